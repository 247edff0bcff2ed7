/* Every place of the site that says something, and which of them say what is asked for: no index, each text is looked
   through. Titles and headings come first, then the texts in books. All come folded, in a few long strings: to look
   through one of those costs an old phone less than to take it apart. */
(function (cunbo) {
  'use strict'
  const TITLE = 32
  const SAME = 24
  const HEADING = { l: 16, o: 16, t: 12 }
  const TEXT = { l: 4, o: 4, t: 3 }
  const LATE = 1
  const pages = []
  const books = []
  const search = { pages, books: 0, read: 0 }
  let titles = row('', '')
  let headings = titles
  let anchors = []
  const pageOf = []

  /* Folded texts one after another, where each begins, and how they look. */
  function row(folded, looks) {
    const starts = [0]
    for (let at = folded.indexOf('\t'); at >= 0; at = folded.indexOf('\t', at + 1)) starts.push(at + 1)
    starts.push(folded.length + 1)
    return { folded, starts, looks }
  }

  const textOf = (texts, number) => texts.folded.slice(texts.starts[number], texts.starts[number + 1] - 1)

  /* Tells of every text that has the word its number, and where in the row the word is. */
  function each(texts, word, tell) {
    let number = 0
    for (let at = texts.folded.indexOf(word); at >= 0; at = texts.folded.indexOf(word, texts.starts[number])) {
      while (texts.starts[number] <= at) number += 1
      tell(number - 1, at)
    }
  }

  /* The lines of a text, folded and as they look. */
  function linesOf(texts, number) {
    if (typeof texts.looks === 'string') texts.looks = texts.looks.split('\n')
    const folded = textOf(texts, number).split('\n')
    const lines = folded.map(line => ({ folded: line, text: line }))
    const changes = JSON.parse(texts.looks[number] || '[]')
    for (let i = changes.length - 4; i >= 0; i -= 4) {
      const line = lines[changes[i]]
      line.text = line.text.slice(0, changes[i + 1]) + changes[i + 3] + line.text.slice(changes[i + 1] + changes[i + 2])
    }
    return lines
  }

  search.addTitles = ([number, found, ...rest]) => {
    titles = row(rest[0], rest[1])
    anchors = rest[2].split('\n')
    headings = row(rest[3], rest[4])
    found.split('\n').forEach(line => {
      const [route, audience, entry, own] = line.split('\t')
      const page = { route, audience, entry, number: pages.length }
      pages.push(page)
      for (let i = 0; i < own; i++) pageOf.push(page)
    })
    pages.forEach(page => { page.entry = pages[page.entry] })
    search.books = number
  }

  search.addTexts = ([first, folded, looks]) => {
    books.push({ first, texts: row(folded, looks) })
    search.read = books.length
  }

  const look = (texts, number) => linesOf(texts, number).map(line => line.text).join('\n')

  search.title = page => look(titles, page.number)

  /* What there is to show of a place: its page and anchor, its heading, the lines of its text. */
  search.place = number => {
    const book = books.filter(one => one.first <= number).pop()
    const known = book && number - book.first < book.texts.starts.length - 1
    return {
      page: pageOf[number],
      anchor: anchors[number].slice(1),
      heading: look(headings, number),
      lines: known ? linesOf(book.texts, number - book.first) : [],
    }
  }

  /* Entries in the order in which they are told: all words stand somewhere in each. `places` gives, best first, the
     numbers of those that have at least one of the words. */
  search.find = query => {
    const words = cunbo.wordsOf(query)
    const entries = new Map()
    const sums = new Uint16Array(pageOf.length)
    const entryOf = page => {
      if (!entries.has(page)) entries.set(page, { page, numbers: [], best: words.map(() => 0), close: 0 })
      return entries.get(page)
    }
    words.forEach((word, i) => {
      each(titles, word, number => {
        if (pages[number].entry === pages[number]) entryOf(pages[number]).best[i] = TITLE
      })
      eachPlace(word, (number, worth) => {
        const entry = entryOf(pageOf[number].entry)
        if (!sums[number]) entry.numbers.push(number)
        sums[number] += worth
        if (worth > entry.best[i]) entry.best[i] = worth
        if (sums[number] > entry.close) entry.close = sums[number]
      })
    })
    return ranked(Array.from(entries.values()).filter(entry => entry.best.every(best => best)), sums)
  }

  /* Tells of every place that has the word, once, what that is worth. */
  function eachPlace(word, tell) {
    const told = new Uint8Array(pageOf.length)
    const isLate = number => anchors[number][0] === '1'
    each(headings, word, (number, at) => {
      const same = at === headings.starts[number] && at + word.length === headings.starts[number + 1] - 1
      told[number] = 1
      tell(number, isLate(number) ? LATE : same ? SAME : HEADING[pageOf[number].audience])
    })
    books.forEach(book => each(book.texts, word, own => {
      const number = book.first + own
      if (!told[number]) tell(number, isLate(number) ? LATE : TEXT[pageOf[number].audience])
    }))
  }

  /* Sorting is not stable in Chrome 64: what is worth as much stays in the order of the course. */
  function ranked(entries, sums) {
    entries.forEach(entry => {
      entry.rank = entry.best.reduce((one, other) => one + other)
      entry.places = () => entry.numbers.sort((one, other) => sums[other] - sums[one] || one - other)
    })
    return entries.sort((a, b) => b.rank - a.rank || b.close - a.close || a.page.number - b.page.number)
  }

  cunbo.search = search
})(window.cunbo)
