/* The search page: a box, how many are found, and each with its best two places. Titles are there first, then the texts,
   book after book; what is found grows with them. */
(function (cunbo) {
  'use strict'
  const make = cunbo.make
  const search = cunbo.search
  const AT_ONCE = 3
  const ROWS = 10
  const MORE = 30
  const BEST = 2
  const LINE = 56
  const PAUSE = 200
  const BEFORE = 16
  const TRACKS = { S: 'skills', C: 'culture', X: 'integration' }
  const box = make('input', {
    type: 'search', id: 'q', name: 'q', maxlength: 200, autocomplete: 'off', spellcheck: 'false', 'aria-describedby': 'how',
  })
  const form = make('form', { class: 'search-box', role: 'search' },
    make('label', { for: 'q', class: 'label' }, '找什么'), box, make('button', {}, '搜'))
  const how = make('p', { id: 'how', class: 'muted' }, '课、教案、词语和论文依据，一起找。打两三个字就行；几个词中间空一格，每个都有的才算。')
  const told = make('p', { role: 'status', class: 'told' })
  const reading = make('p', { class: 'muted reading' })
  const list = make('ol', { class: 'plain found' })
  const tips = make('ul', { class: 'points' },
    make('li', {}, '少打几个字，只留最要紧的两三个。'),
    make('li', {}, '换个说法：课里说大白话，不大用行话。'),
    make('li', {}, '翻', link('map.html', '课程地图'), '，或者', link('glossary.html', '词语表'), '。'))
  const plans = new Map()
  let broken = false
  let later = 0
  let seen = ROWS

  function link(route, words) {
    return make('a', { href: cunbo.address(route) }, words)
  }

  /* One after the other, so that on a weak signal titles are not kept waiting by texts. */
  function fetchRest() {
    const book = search.books ? `text-${search.read + 1}` : 'titles'
    broken = false
    cunbo.load(`search/${book}.js`).then(data => {
      if (search.books) search.addTexts(data)
      else open(data)
      if (box.value.trim()) draw(true)
      else progress()
      if (!isWhole()) fetchRest()
    }, () => {
      broken = true
      progress()
    })
  }

  function open(titles) {
    search.addTitles(titles)
    search.pages.forEach(page => { if (page.entry !== page) plans.set(page.entry, page) })
  }

  function isWhole() {
    return search.books > 0 && search.read === search.books
  }

  function progress() {
    if (broken) reading.textContent = '还有一些没取到。等有了网，再点“搜”。'
    else if (isWhole()) reading.textContent = ''
    else if (search.books) reading.textContent = `还在翻：第 ${search.read + 1} 册，共 ${search.books} 册`
    else reading.textContent = '正在取课名……'
  }

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
    const counts = place.folded.split('\n').map(line => words.filter(word => line.indexOf(word) >= 0).length)
    const lines = place.text.split('\n').slice(counts.indexOf(Math.max.apply(null, counts)))
    let text = lines[0]
    for (let i = 1; i < lines.length && text.length < LINE / 2; i++) text += `\u3000${lines[i]}`
    if (text.length > LINE) {
      const first = cunbo.spots(text, words)[0] || [0]
      const from = first[0] > LINE - BEFORE ? first[0] - BEFORE : 0
      const [start, end] = [from, from + LINE].map(at => isHalf(text[at]) ? at - 1 : at)
      text = (start ? '…' : '') + text.slice(start, end) + (end < text.length ? '…' : '')
    }
    return marked(text, words)
  }

  /* Half of a sign, as one may be typed, has no place in an address: it goes in as a sign that nobody knows. */
  const asked = query => String(new URLSearchParams({ q: query }))

  function address(page, anchor) {
    return `${cunbo.address(page.route)}?${asked(box.value.trim())}${anchor ? `#${encodeURIComponent(anchor)}` : ''}`
  }

  function title(page, words) {
    const lesson = /^(([SCX])\d-\d\d) (.*)$/.exec(page.title)
    if (!lesson) return make('a', { href: address(page) }, ...marked(page.title, words))
    const seal = make('span', { class: `seal ${TRACKS[lesson[2]]}` }, ...marked(lesson[1], words))
    return make('a', { href: address(page) }, seal, make('b', {}, ...marked(lesson[3], words)))
  }

  function placeRow(place, words) {
    const step = /^step-(\d+)$/.exec(place.anchor)
    const head = make('b', {}, step ? `第 ${step[1]} 步\u3000` : '', ...marked(place.heading, words))
    const row = make('a', { href: address(place.page, place.anchor) }, head)
    if (place.page.audience === 't') row.insertBefore(make('em', { class: 'tag' }, '教案'), head)
    if (place.text) row.appendChild(make('span', {}, ...snippet(place, words)))
    return make('li', {}, row)
  }

  function entryRow(entry, words) {
    const plan = plans.get(entry.page)
    const row = make('li', {}, make('p', { class: 'found-page' }, title(entry.page, words)))
    if (plan) row.firstChild.appendChild(make('a', { class: 'found-plan', href: address(plan) }, '教案'))
    else if (entry.page.audience === 'l') row.firstChild.appendChild(make('em', { class: 'tag' }, '编写中'))
    const places = entry.places.slice(0, BEST).map(place => placeRow(place, words))
    if (places.length) row.appendChild(make('ul', { class: 'plain' }, ...places))
    if (entry.places.length > BEST) {
      row.appendChild(make('p', { class: 'muted' }, `还有 ${entry.places.length - BEST} 处`))
    }
    return row
  }

  /* Under a thumb that types, an old phone has time for the rows that it can show; the others wait for a pause. What
     has been fetched meanwhile comes in all at once: under a reader's eyes and hands the list stays as long as it is. */
  function draw(fetched) {
    const query = box.value.trim()
    const words = cunbo.wordsOf(query)
    const found = search.find(query)
    const hand = list.contains(document.activeElement) && document.activeElement
    const rest = () => {
      drawRest(found, words)
      keepAddress(query)
    }
    list.textContent = ''
    show(found.slice(0, AT_ONCE), words)
    window.clearTimeout(later)
    if (fetched) rest()
    else later = window.setTimeout(rest, PAUSE)
    if (hand) takeUp(hand)
    how.hidden = words.length > 0
    tips.hidden = !words.length || found.length > 0 || !isWhole()
    if (!words.length) cunbo.tell(told, '')
    else if (found.length) cunbo.tell(told, `找到 ${found.length} 条`)
    else cunbo.tell(told, isWhole() ? `没找到“${query}”，试试：` : '')
    progress()
  }

  function typed() {
    seen = ROWS
    draw()
  }

  /* Whoever stood in the list stands there again. */
  function takeUp(hand) {
    const same = Array.from(list.querySelectorAll('a, button')).filter(one => one.href === hand.href)
    if (same.length) same[0].focus()
  }

  function show(entries, words) {
    entries.forEach(entry => list.appendChild(entryRow(entry, words)))
  }

  function drawRest(found, words) {
    show(found.slice(AT_ONCE, seen), words)
    if (found.length > seen) list.appendChild(more(found, words))
  }

  function more(found, words) {
    const button = make('button', { type: 'button', class: 'button quiet' }, `还有 ${found.length - seen} 条，接着看`)
    const row = make('li', { class: 'more' }, button)
    button.addEventListener('click', () => {
      const first = seen
      seen += MORE
      list.removeChild(row)
      show(found.slice(first, seen), words)
      if (found.length > seen) list.appendChild(more(found, words))
      list.children[first].querySelector('a').focus()
    })
    return row
  }

  function keepAddress(query) {
    try {
      window.history.replaceState(null, '', query ? `?${asked(query)}` : window.location.pathname)
    } catch (refused) { /* some browsers keep the address of a file as it is */ }
  }

  box.addEventListener('input', event => { if (!event.isComposing) typed() })
  box.addEventListener('compositionend', typed)
  box.addEventListener('keydown', event => {
    if (event.key !== 'Escape' || event.isComposing) return
    event.preventDefault()
    box.value = ''
    typed()
  })
  form.addEventListener('submit', event => {
    event.preventDefault()
    if (broken) fetchRest()
    draw()
    const first = list.querySelector('a')
    if (first) first.focus()
  })

  const stand = document.getElementById('search')
  stand.textContent = ''
  Array.from([form, how, told, reading, tips, list]).forEach(one => stand.appendChild(one))
  box.value = new URLSearchParams(window.location.search).get('q') || ''
  if (!box.value) box.focus()
  draw()
  /* The page asks for the titles together with this script: then they are there, or never came. */
  document.addEventListener('DOMContentLoaded', fetchRest)
})(window.cunbo)
