const shelf = 'presseschau', most = 80, root = new URL('.', location).pathname;
addEventListener('install', e => e.waitUntil(caches.open(shelf).then(c => c.add(root)).then(() => skipWaiting())));
addEventListener('activate', e => e.waitUntil(clients.claim()));
addEventListener('fetch', e => {
  const r = e.request, u = new URL(r.url), picture = u.pathname.startsWith(root + 'picture/');
  if (r.method !== 'GET' || u.origin !== location.origin || /^(en\/)?(desk|api|look|search)/.test(u.pathname.slice(root.length))) return;
  if (r.mode !== 'navigate' && !picture) return;
  const keep = async a => {
    const c = await caches.open(shelf);
    await c.put(r, a);
    for (const old of (await c.keys()).slice(0, -most)) await c.delete(old);
  };
  const ask = () => fetch(r).then(a => { if (a.ok) e.waitUntil(keep(a.clone())); return a });
  e.respondWith(picture
    ? caches.match(r).then(a => a || ask())
    : ask().catch(async () => await caches.match(r) || await caches.match(root) || Response.error()));
});
