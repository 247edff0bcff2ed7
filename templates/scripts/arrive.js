/* Whoever comes from the search finds the words marked: what marks them is only asked for then. Whoever goes there
   finds its titles there already. */
(function (cunbo) {
  'use strict'
  const frame = document.documentElement.dataset
  if (/[?&]q=[^&]/.test(window.location.search) && frame.page !== 'search.html') {
    document.body.appendChild(cunbo.make('script', { src: cunbo.address('scripts/found.js') }))
  }
  const seek = document.querySelector('.seek')
  if (seek) {
    seek.addEventListener('focusin', () => {
      document.head.appendChild(cunbo.make('link', { rel: 'prefetch', href: cunbo.address('search/titles.js') }))
    }, { once: true })
  }
})(window.cunbo)
