/* The page 红线检查: the reader's script, the same once more with the marks, and below them why and what instead. */
(function (cunbo) {
  'use strict'
  const make = cunbo.make
  /* Of a whole book that is pasted, the words that are told one by one; an old phone is not to stand still over them. */
  const NAMED = 50

  function marked(script, claims) {
    const box = make('div', { class: 'marked' })
    const rows = new Map()
    claims.forEach(claim => {
      if (!rows.has(claim.row)) rows.set(claim.row, [])
      rows.get(claim.row).push(claim)
    })
    script.split('\n').forEach((text, row) => {
      const line = make('p')
      let end = 0
      ;(rows.get(row) || []).forEach(claim => {
        const from = Math.max(claim.from, end)
        if (claim.to <= from) return
        line.appendChild(document.createTextNode(text.slice(end, from)))
        line.appendChild(make('mark', {}, text.slice(from, claim.to)))
        end = claim.to
      })
      line.appendChild(document.createTextNode(text.slice(end)))
      box.appendChild(line)
    })
    return box
  }

  function told(label, ...inside) {
    return make('div', {}, make('dt', {}, label), make('dd', {}, ...inside))
  }

  /* The first law in plain words, of the others where to read them. */
  function why(facts) {
    const words = []
    facts.forEach((fact, number) => {
      words.push(number ? '，还有' : fact[0] + ' ', make('a', { href: cunbo.address(fact[2]) }, fact[1]))
    })
    return told('为什么', ...words)
  }

  function group(line, claims) {
    const named = claims.slice(0, NAMED).map(claim => '“' + claim.word + '”第 ' + (claim.row + 1) + ' 行')
    const words = named.join('，') + (claims.length > NAMED ? '……后面的看上面的标记' : '')
    const list = make('dl', { class: 'script told' }, told('词', words))
    if (line.facts.length) list.appendChild(why(line.facts))
    list.appendChild(told('换成', line.remedy + '。'))
    line.swaps.forEach(swap => list.appendChild(told('好比', make('s', {}, swap[0]), ' ' + swap[1])))
    return make('section', {}, make('h2', {}, line.name + '，' + claims.length + ' 处'), list)
  }

  function inShort(script, found, groups) {
    if (!script.trim()) return ''
    const unread = found.unread.length ? '有 ' + found.unread.length + ' 行写着是别人说的，没有查。' : ''
    if (!found.claims.length) return '没标出词来。没标出来，不等于没事。' + unread
    const counts = groups.map(one => one.line.name + ' ' + one.claims.length + ' 处').join('，')
    return '标出 ' + found.claims.length + ' 处：' + counts + '。' + unread
  }

  function grouped(lines, claims) {
    const groups = lines.map(line => ({ line, claims: claims.filter(claim => claim.line === line) }))
    return groups.filter(one => one.claims.length)
  }

  function start(place, known) {
    const read = cunbo.redLineReader(known)
    const { input, clear, keeping, settle } = cunbo.pasted('贴进来的字', '清掉', () => show())
    const sum = make('p', { class: 'sum', role: 'status' }), result = make('div')

    function show() {
      const script = input.value, found = read(script), groups = grouped(known.lines, found.claims)
      const short = inShort(script, found, groups)
      cunbo.tell(sum, short)
      result.textContent = ''
      if (found.claims.length) result.appendChild(marked(script, found.claims))
      groups.forEach(one => result.appendChild(group(one.line, one.claims)))
      clear.hidden = !script
    }

    place.textContent = ''
    const label = make('label', { for: 'script' }, '把稿子贴在这里，或者直接打')
    ;[label, input, make('p', { class: 'actions' }, clear), keeping, sum, result].forEach(one => place.appendChild(one))
    settle()
    fold(document.getElementById('list'))
  }

  /* With the marks at hand, the whole list is only looked up. */
  function fold(list) {
    const folded = make('details', { class: 'fold' }, make('summary', {}, '查的是哪些词'))
    list.parentNode.insertBefore(folded, list)
    folded.appendChild(list)
  }

  const place = document.getElementById('check')
  if (place) {
    cunbo.load('tools/red-lines-data.js').then(known => start(place, known))
      .catch(() => cunbo.tell(place, '要查的词没取到。等有了网，再打开这一页；或者拿纸笔对着下面的词一个一个找。'))
  }
})(window.cunbo)
