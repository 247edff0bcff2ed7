/* How the search shows what it has found: a title, and the best two places, each with the words marked. */
(function (cunbo) {
  'use strict'
  const make = cunbo.make
  const search = cunbo.search
  const BEST = 2
  const LINE = 56
  const BEFORE = 16
  const TRACKS = { S: 'skills', C: 'culture', X: 'integration' }

  /* The text with the words marked; as nodes, so that whatever it holds stays words. */
  function marked(text, words) {
    const nodes = []
    let at = 0
    cunbo.spots(text, words).forEach(([from, to]) => {
      nodes.push(text.slice(at, from), make('mark', {}, text.slice(from, to)))
      at = to
    })
    return nodes.concat(text.slice(at))
  }

  /* Some signs are two of a text: none is cut in the middle. */
  const isHalf = sign => sign >= '\udc00' && sign <= '\udfff'

  /* The sentence that has most of the words, and a little of what follows; of a long one, where the words are. */
  function snippet(place, words) {
    const counts = place.lines.map(line => words.filter(word => line.folded.indexOf(word) >= 0).length)
    const lines = place.lines.slice(counts.indexOf(Math.max.apply(null, counts)))
    let text = lines[0].text
    for (let i = 1; i < lines.length && text.length < LINE / 2; i++) text += `\u3000${lines[i].text}`
    if (text.length > LINE) {
      const first = cunbo.spots(text, words)[0] || [0]
      const from = first[0] > LINE - BEFORE ? first[0] - BEFORE : 0
      const [start, end] = [from, from + LINE].map(at => isHalf(text[at]) ? at - 1 : at)
      text = (start ? '…' : '') + text.slice(start, end) + (end < text.length ? '…' : '')
    }
    return marked(text, words)
  }

  /* Half of a sign, as one may be typed, has no place in an address: it goes in as a sign that nobody knows. */
  search.queryPart = query => String(new URLSearchParams({ q: query }))

  function address(page, query, anchor) {
    return `${cunbo.address(page.route)}?${search.queryPart(query)}${anchor ? `#${encodeURIComponent(anchor)}` : ''}`
  }

  function title(page, asked) {
    const says = search.title(page)
    const lesson = /^(([SCX])\d-\d\d) (.*)$/.exec(says)
    if (!lesson) return make('a', { href: address(page, asked.query) }, ...marked(says, asked.words))
    const seal = make('span', { class: `seal ${TRACKS[lesson[2]]}` }, ...marked(lesson[1], asked.words))
    return make('a', { href: address(page, asked.query) }, seal, make('b', {}, ...marked(lesson[3], asked.words)))
  }

  function placeRow(place, asked) {
    const step = /^step-(\d+)$/.exec(place.anchor)
    const head = make('b', {}, step ? `第 ${step[1]} 步\u3000` : '', ...marked(place.heading, asked.words))
    const row = make('a', { href: address(place.page, asked.query, place.anchor) }, head)
    if (place.page.audience === 't') row.insertBefore(make('em', { class: 'tag' }, '教案'), head)
    if (place.lines.length) row.appendChild(make('span', {}, ...snippet(place, asked.words)))
    return make('li', {}, row)
  }

  /* A row of what is found: its title, and its plan where there is one. `asked` has the query and its words. */
  search.titleRow = (entry, asked) => {
    const plan = search.pages.filter(page => page.entry === entry.page && page.audience === 't')[0]
    const row = make('li', {}, make('p', { class: 'found-page' }, title(entry.page, asked)))
    if (plan) row.firstChild.appendChild(make('a', { class: 'found-plan', href: address(plan, asked.query) }, '教案'))
    else if (entry.page.audience === 'l') row.firstChild.appendChild(make('em', { class: 'tag' }, '编写中'))
    return row
  }

  /* The same row, with the best places that have the words. */
  search.withPlaces = (row, entry, asked) => {
    const places = entry.places()
    const rows = places.slice(0, BEST).map(number => placeRow(search.place(number), asked))
    if (rows.length) row.appendChild(make('ul', { class: 'plain' }, ...rows))
    if (places.length > BEST) row.appendChild(make('p', { class: 'muted' }, `还有 ${places.length - BEST} 处`))
    return row
  }
})(window.cunbo)
