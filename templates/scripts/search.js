/* The search page: a box, how many are found, and each with its best two places. Titles are there first, then the texts,
   book after book; what is found grows with them. */
(function (cunbo) {
  'use strict'
  const make = cunbo.make
  const search = cunbo.search
  const AT_ONCE = 3
  const ROWS = 10
  const MORE = 30
  const PAUSE = 150
  const SOON = 300
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
  let broken = false
  let later = 0
  let telling = 0
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
      else search.addTitles(data)
      if (box.value.trim()) draw(true)
      if (isWhole()) return progress()
      tellSoon()
      fetchRest()
    }, () => {
      broken = true
      progress()
    })
  }

  function isWhole() {
    return search.books > 0 && search.read === search.books
  }

  /* From a folder all is there before it could be told. */
  function tellSoon() {
    telling = telling || window.setTimeout(progress, SOON)
  }

  function progress() {
    telling = 0
    if (broken) cunbo.tell(reading, '还有一些没取到。等有了网，再点“搜”。')
    else if (isWhole()) cunbo.tell(reading, '')
    else if (search.books) cunbo.tell(reading, `还在翻：第 ${search.read + 1} 册，共 ${search.books} 册`)
    else cunbo.tell(reading, '正在取课名……')
  }

  /* Under a thumb that types, an old phone has time for a few titles; the places and the other rows wait for a pause,
     and come one by one, so that the next key is never kept waiting. What has been fetched meanwhile comes in all at
     once: under a reader's eyes and hands the list stays as long as it is. */
  function draw(fetched) {
    const query = box.value.trim()
    const asked = { query, words: cunbo.wordsOf(query), found: search.find(query) }
    const hand = list.contains(document.activeElement) && document.activeElement
    window.clearTimeout(later)
    list.textContent = ''
    if (fetched) drawAll(asked)
    else drawTitles(asked)
    if (hand) takeUp(hand)
    tellOf(asked)
  }

  function drawAll(asked) {
    show(asked, 0)
    keepAddress(asked.query)
  }

  function drawTitles(asked) {
    asked.found.slice(0, AT_ONCE).forEach(entry => list.appendChild(search.titleRow(entry, asked)))
    later = window.setTimeout(drawNext, PAUSE, asked, 0)
  }

  function drawNext(asked, number) {
    const entry = asked.found[number]
    if (entry && number < seen) {
      search.withPlaces(list.children[number] || list.appendChild(search.titleRow(entry, asked)), entry, asked)
      later = window.setTimeout(drawNext, 0, asked, number + 1)
    } else {
      if (entry) list.appendChild(more(asked))
      keepAddress(asked.query)
    }
  }

  function tellOf({ query, words, found }) {
    how.hidden = words.length > 0
    tips.hidden = !words.length || found.length > 0 || !isWhole()
    if (!words.length) cunbo.tell(told, '')
    else if (found.length) cunbo.tell(told, `找到 ${found.length} 条`)
    else cunbo.tell(told, isWhole() ? `没找到“${query}”，试试：` : '')
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

  function show(asked, first) {
    asked.found.slice(first, seen).forEach(entry => {
      list.appendChild(search.withPlaces(search.titleRow(entry, asked), entry, asked))
    })
    if (asked.found.length > seen) list.appendChild(more(asked))
  }

  function more(asked) {
    const words = `还有 ${asked.found.length - seen} 条，接着看`
    const row = make('li', { class: 'more' }, make('button', { type: 'button', class: 'button quiet' }, words))
    row.firstChild.addEventListener('click', () => {
      const first = seen
      seen += MORE
      list.removeChild(row)
      show(asked, first)
      list.children[first].querySelector('a').focus()
    })
    return row
  }

  function keepAddress(query) {
    const wanted = query ? `?${search.queryPart(query)}` : ''
    try {
      if (wanted !== window.location.search) window.history.replaceState(null, '', wanted || window.location.pathname)
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
  draw()
  tellSoon()
  if (!box.value) box.focus()
  /* The page asks for the titles together with this script: then they are there, or never came. */
  document.addEventListener('DOMContentLoaded', fetchRest)
})(window.cunbo)
