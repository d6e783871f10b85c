(() => {
  const d = document, root = new URL('.', d.currentScript.src).pathname;
  const go = p => { location.href = root + (d.documentElement.lang === 'en' ? 'en/' : '') + p };
  const links = [...d.querySelectorAll('main :is(h1, h2, h3) a')].filter(a => !a.closest('.sec'));
  let at = -1;
  addEventListener('keydown', e => {
    if (e.ctrlKey || e.metaKey || e.altKey || /INPUT|SELECT|TEXTAREA/.test(e.target.tagName)) return;
    const k = e.key, q = d.querySelector('#q');
    if (k === 'j' || k === 'k') {
      const here = links.indexOf(d.activeElement);
      at = Math.max(0, Math.min(links.length - 1, (here < 0 ? at : here) + (k === 'j' ? 1 : -1)));
      if (links[at]) { links[at].focus(); links[at].scrollIntoView({ block: 'center' }) }
    } else if (k === 'o') { if (links[at]) links[at].click() }
    else if (k === 'g') go('');
    else if (k === '/') { if (q && q.offsetParent) q.focus(); else go('search') }
    else if (k === '?') go('look#keys');
    else return;
    e.preventDefault();
  });
  if (navigator.serviceWorker) navigator.serviceWorker.register(root + 'offline.js');
})();
