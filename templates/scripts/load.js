/* What a page needs only now and then lies in a script beside it, for opened from a folder a page may read
   nothing else. Such a script calls `bring` with its own route and what it brings. */
(function (cunbo) {
  'use strict'
  const brought = {}

  cunbo.bring = (route, data) => { brought[route] = data }

  /* A promise of what the script at a route of the site brings. */
  cunbo.load = route => new Promise((give, fail) => {
    if (brought[route]) return give(brought[route])
    const script = cunbo.make('script', { src: cunbo.address(route) })
    script.onload = () => give(brought[route])
    script.onerror = fail
    document.head.appendChild(script)
  })
})(window.cunbo)
