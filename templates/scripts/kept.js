/* What a reader leaves on a page is kept on the device, each page's by itself: opened from a folder, a browser
   may give every page a store of its own, or none. Where nothing can be kept, it lasts while the page is open. */
(function (cunbo) {
  'use strict'
  const frame = document.documentElement.dataset
  const shelf = ['cunbo', frame.village, frame.page].join(' ')
  let open = {}
  /* Once something could not be written, what is open counts, and not what the device had kept before. */
  let lasts = true

  function read() {
    if (!lasts) return open
    try {
      const found = JSON.parse(window.localStorage.getItem(shelf))
      open = found && typeof found === 'object' && !Array.isArray(found) ? found : {}
    } catch (nothingKept) { /* what is open is all there is */ }
    return open
  }

  function write() {
    try {
      if (Object.keys(open).length) window.localStorage.setItem(shelf, JSON.stringify(open))
      else window.localStorage.removeItem(shelf)
      lasts = true
    } catch (nothingKept) {
      lasts = false
    }
    return lasts
  }

  /* `put` says whether it will still be there after the page was shut. */
  cunbo.kept = {
    get: name => read()[name],
    text: name => typeof read()[name] === 'string' ? open[name] : '',
    put: (name, value) => {
      read()
      if (value === undefined) delete open[name]
      else open[name] = value
      return write()
    },
    clear: () => {
      open = {}
      return write()
    },
    /* Hears of what another window with the same page has written. */
    watch: hear => window.addEventListener('storage', event => {
      if (event.key === shelf || event.key === null) hear()
    }),
  }

  /* An element with its attributes and what stands in it; words go in as words, never as markup. */
  cunbo.make = (name, attributes, ...inside) => {
    const made = document.createElement(name)
    Object.keys(attributes || {}).forEach(key => made.setAttribute(key, attributes[key]))
    inside.forEach(one => made.appendChild(typeof one === 'string' ? document.createTextNode(one) : one))
    return made
  }

  /* Says something in a place that may be read out: once, however often it is said. */
  cunbo.tell = (place, words) => {
    if (place.textContent !== words) place.textContent = words
  }

  /* The address of a file of the site, as seen from this page. */
  cunbo.address = route => frame.root + route
})(window.cunbo = window.cunbo || {})
