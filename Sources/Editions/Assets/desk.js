(() => {
  const d = document, act = new URL('act', d.currentScript.src), all = s => [...d.querySelectorAll(s)], rows = all('.row'), op = d.querySelector('.op[data-i]');
  let at = rows.findIndex(r => r.matches('.on'));
  const go = n => {
    at = Math.max(0, Math.min(rows.length - 1, n));
    const b = rows[at] && rows[at].querySelector('h3 button');
    if (b) { b.focus(); b.scrollIntoView({ block: 'nearest' }); }
    return b;
  };
  const hit = (k, s) => {
    const here = rows.findIndex(r => r.contains(d.activeElement));
    const b = here >= 0 ? rows[here].querySelector(s) : op && op.querySelector(`[data-k=${k}]`);
    if (b) b.click();
  };
  const wide = () => matchMedia('(min-width: 60.01rem)').matches;
  addEventListener('keydown', e => {
    if (e.ctrlKey || e.metaKey || e.altKey || /INPUT|SELECT|TEXTAREA/.test(e.target.tagName)) return;
    const k = e.key;
    if (k === 'j' || k === 'k') {
      const n = at + (k === 'j' ? 1 : -1);
      if (op && !wide()) { const b = rows[n] && rows[n].querySelector('h3 button'); if (b) b.click(); } else go(n);
    } else if (k === 'o') { const b = go(at); if (b) b.click(); }
    else if (k === 'm') hit('m', '.dot');
    else if (k === 's') hit('s', '.st');
    else if (k === 'f') hit('f', '.none');
    else if (k === '/') { const q = d.querySelector('#dq') || d.querySelector('#q'); const f = d.querySelector('.fol'); if (f) f.open = true; if (q) q.focus(); }
    else if (k === '?') { const h = d.querySelector('#keys'); if (h) h.scrollIntoView(); }
    else return;
    e.preventDefault();
  });
  const c = d.querySelector('[name=csrf]');
  if (op && c) addEventListener('pagehide', () => {
    const p = all('.rt [id^=p]').filter(x => x.getBoundingClientRect().top < innerHeight / 2).pop();
    if (p && scrollY > 200) navigator.sendBeacon(act, new URLSearchParams({ csrf: c.value, item: op.dataset.i, position: p.id.slice(1) }));
  });
})();
