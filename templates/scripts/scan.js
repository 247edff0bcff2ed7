/* Every place of the site that says something, and which of them say what is asked for: no index, each text is looked
   through. Titles and headings come first, then the texts in books. */
(function (cunbo) {
  'use strict'
  const TITLE = 32
  const SAME = 24
  const HEADING = { l: 16, o: 16, t: 12 }
  const TEXT = { l: 4, o: 4, t: 3 }
  const LATE = 1
  const pages = []
  const places = []
  const search = { pages, places, books: 0, read: 0 }

  search.addTitles = ([found, books]) => {
    found.forEach(([route, title, audience, entry, own]) => {
      const page = { route, title, audience, number: pages.length, entry, folded: '' }
      pages.push(page)
      own.forEach(([anchor, heading, late]) => {
        places.push({ page, anchor, heading, late, text: '', folded: '', head: '' })
      })
    })
    cunbo.foldAll(pages.map(page => page.title)).forEach((title, i) => { pages[i].folded = title })
    cunbo.foldAll(places.map(place => place.heading)).forEach((head, i) => { places[i].head = head })
    pages.forEach(page => { page.entry = pages[page.entry] })
    search.books = books
  }

  search.addTexts = ([first, texts]) => {
    cunbo.foldAll(texts).forEach((folded, number) => {
      places[first + number].text = texts[number]
      places[first + number].folded = folded
    })
    search.read += 1
  }

  function worth(place, word) {
    const head = place.head.indexOf(word) >= 0
    if (!head && place.folded.indexOf(word) < 0) return 0
    if (place.late) return LATE
    if (place.head === word) return SAME
    return (head ? HEADING : TEXT)[place.page.audience]
  }

  /* Entries in the order in which they are told: all words stand somewhere in each. `places` has, best first, those
     that have at least one of the words. */
  search.find = query => {
    const words = cunbo.wordsOf(query)
    const entries = new Map()
    if (!words.length) return []
    const entryOf = page => {
      if (!entries.has(page)) {
        entries.set(page, { page, places: [], best: words.map(word => page.folded.indexOf(word) < 0 ? 0 : TITLE) })
      }
      return entries.get(page)
    }
    pages.forEach(page => {
      if (page.entry === page && words.some(word => page.folded.indexOf(word) >= 0)) entryOf(page)
    })
    places.forEach(place => {
      const worths = words.map(word => worth(place, word))
      const sum = worths.reduce((one, other) => one + other)
      if (!sum) return
      const entry = entryOf(place.page.entry)
      entry.places.push({ place, sum })
      entry.best = entry.best.map((best, i) => Math.max(best, worths[i]))
    })
    return ranked(Array.from(entries.values()).filter(entry => entry.best.every(best => best)))
  }

  function ranked(entries) {
    entries.forEach(entry => {
      /* Sorting is not stable in Chrome 64: what is worth as much stays in the order of the course. */
      entry.places = entry.places.map((one, i) => [one, i])
        .sort(([a, i], [b, j]) => b.sum - a.sum || i - j).map(([one]) => one)
      entry.rank = entry.best.reduce((one, other) => one + other)
      entry.close = entry.places.length ? entry.places[0].sum : 0
      entry.places = entry.places.map(one => one.place)
    })
    return entries.sort((a, b) => b.rank - a.rank || b.close - a.close || a.page.number - b.page.number)
  }

  cunbo.search = search
})(window.cunbo)
