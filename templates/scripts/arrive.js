/* Whoever comes from the search finds the words marked: what marks them is only asked for then. */
(function (cunbo) {
  'use strict'
  const frame = document.documentElement.dataset
  if (/[?&]q=[^&]/.test(window.location.search) && frame.page !== 'search.html') {
    document.body.appendChild(cunbo.make('script', { src: cunbo.address('scripts/found.js') }))
  }
})(window.cunbo)
