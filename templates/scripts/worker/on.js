/* Keeps the site on the reader's device, as one whole version. `cunbo` is written above: the version, and of each
   file of it, by its address, the SHA-256 (base 64). In a cache a file stands under its address and its hash, so
   that no version can answer with a file of another, and what did not change is not fetched again. */
(function (site) {
  'use strict'
  const root = self.registration.scope
  const ours = 'cunbo ' + root + ' '
  const shelf = ours + site.version
  const sheets = self.location.search === '?sheets' ? Object.entries(site.sheets) : []
  const kept = new Map(Object.entries(site.pages).concat(sheets))
  const label = file => root + file + '?' + kept.get(file)

  async function tell(news) {
    const tabs = await self.clients.matchAll({ includeUncontrolled: true })
    tabs.forEach(tab => tab.postMessage(news))
  }

  /* The browser itself refuses what has another hash. */
  const fetched = file => fetch(root + file, { cache: 'reload', integrity: 'sha256-' + kept.get(file) })

  async function keep(cache, file) {
    const known = await caches.match(label(file))
    const found = known || await fetched(file)
    const headers = { 'Content-Type': found.headers.get('Content-Type') || '' }
    await cache.put(label(file), new Response(await found.blob(), { headers }))
    return !known
  }

  async function install() {
    const cache = await caches.open(shelf)
    const left = Array.from(kept.keys())
    let done = 0
    let fresh = 0
    async function take() {
      while (left.length) {
        const file = left.shift()
        if (!await cache.match(label(file)) && await keep(cache, file)) fresh += 1
        done += 1
        await tell({ done, of: kept.size, fresh })
      }
    }
    try {
      await Promise.all([take(), take(), take(), take()])
    } catch (error) {
      left.length = 0
      await tell({ full: error.name === 'QuotaExceededError' })
      throw error
    }
  }

  async function clear() {
    const names = await caches.keys()
    await Promise.all(names.filter(one => one.startsWith(ours) && one !== shelf).map(one => caches.delete(one)))
  }

  const sorry = () => new Response('<!doctype html><html lang="zh-CN"><meta charset="utf-8">' +
    '<meta name="viewport" content="width=device-width,initial-scale=1"><title>没有网</title>' +
    '<h1>没有网</h1><p>这一页没有存在这台手机里，连上网再看。</p><p><a href="' + root + '">看存下来的</a></p>',
  { status: 503, headers: { 'Content-Type': 'text/html; charset=utf-8' } })

  async function answer(asked, file) {
    try {
      if (!kept.has(file)) return await fetch(asked)
      const cache = await caches.open(shelf)
      return await cache.match(label(file)) || await fetched(file)
    } catch (noNetwork) {
      return asked.mode === 'navigate' ? sorry() : Response.error()
    }
  }

  self.addEventListener('install', event => event.waitUntil(install()))
  self.addEventListener('activate', event => event.waitUntil(clear()))
  self.addEventListener('message', event => {
    if (event.data === 'take over') self.skipWaiting()
  })
  self.addEventListener('fetch', event => {
    const address = new URL(event.request.url)
    const place = address.origin + address.pathname
    if (event.request.method !== 'GET' || !place.startsWith(root)) return
    event.respondWith(answer(event.request, place.slice(root.length).replace(/(^|\/)$/, '$1index.html')))
  })
})(self.cunbo)
