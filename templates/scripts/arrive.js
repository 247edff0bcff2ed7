/* Whoever comes from the search finds the words marked: what marks them is only asked for then. Whoever goes there
   finds its titles there already; whoever comes to a place finds it unfolded. */
(function (cunbo) {
  'use strict'
  /* What an address leads to may lie folded; engines before 2022 leave it so. */
  function unfold() {
    const place = document.querySelector(':target')
    const folded = place && place.closest('details')
    if (!folded || folded.open) return
    folded.open = true
    place.scrollIntoView()
  }
  window.addEventListener('hashchange', unfold)
  unfold()

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
