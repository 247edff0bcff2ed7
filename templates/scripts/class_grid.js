/* What a trainer notes in class, kept on the device: who can do what, and how many chose which answer. */
(function (cunbo) {
  'use strict'
  const { make, kept } = cunbo
  const { all, words, fill, tap, twice, line, muted, row, panel } = cunbo.classParts
  const list = value => Array.isArray(value) ? value : []

  /* What is noted, and below it: take it along as text, or clear it. Where nothing can be put on the clipboard,
     the text stands there to be copied by hand. */
  function pad(name, told, body, text, clear) {
    const answer = make('div', { 'aria-live': 'polite' })
    const copy = () => {
      const field = make('textarea', { readonly: '', rows: '8', 'aria-label': '要抄的文字' })
      field.value = [`${document.title} ${new Date().toLocaleDateString()}`, ...text()].join('\n')
      const byHand = () => {
        fill(answer, line('长按全选，再复制。'), field)
        field.select()
      }
      const copied = () => fill(answer, line('抄好了，到聊天里粘贴。'))
      if (navigator.clipboard) navigator.clipboard.writeText(field.value).then(copied, byHand)
      else byHand()
    }
    const away = () => {
      fill(answer)
      clear()
    }
    return panel(name, muted(told), body, row(tap('抄成文字', copy), twice('清掉', '再按一下，全清掉', away)), answer)
  }

  /* A field for names, one a line, kept as they are typed; who was there before keeps the ticks. */
  function nameField(before, keep, done) {
    const field = make('textarea', { id: 'class-names', rows: '8', autocomplete: 'off' })
    field.value = before.map(([name]) => name).join('\n')
    field.addEventListener('input', () => {
      const left = before.slice()
      keep(field.value.split('\n').map(name => name.trim()).filter(name => name).map(name => {
        const at = left.findIndex(one => one[0] === name)
        return at < 0 ? [name, []] : left.splice(at, 1)[0]
      }))
    })
    return [make('label', { for: 'class-names' }, '一行写一个名字，也可以整张粘贴'), field, row(tap('记下名单', done))]
  }

  function names() {
    const criteria = all(document, '.rubric dt').map(one => one.textContent)
    let people = list(kept.get('people')).filter(one => typeof list(one)[0] === 'string' && Array.isArray(one[1]))
    const body = make('div', {})
    const count = at => people.filter(([, ticks]) => ticks[at]).length
    const told = at => `${count(at)}/${people.length}`

    function tick(person, at, total) {
      const button = tap('', () => {
        person[1] = criteria.map((one, place) => (place === at ? !person[1][at] : person[1][place]) ? 1 : 0)
        kept.put('people', people)
        show()
      })
      const show = () => {
        button.setAttribute('aria-pressed', String(Boolean(person[1][at])))
        button.textContent = person[1][at] ? '✓' : ''
        total.textContent = told(at)
      }
      button.setAttribute('aria-label', `${person[0]}：${criteria[at]}`)
      show()
      return make('td', {}, button)
    }

    function table() {
      const totals = criteria.map((one, at) => make('td', {}, told(at)))
      const line = person => make('tr', {}, make('th', { scope: 'row' }, person[0]),
        ...criteria.map((one, at) => tick(person, at, totals[at])))
      return make('div', { class: 'table', tabindex: '0', role: 'group', 'aria-label': '名单' }, make('table', {},
        make('thead', {}, make('tr', {}, ...['名字', ...criteria].map(one => make('th', { scope: 'col' }, one)))),
        make('tbody', {}, ...people.map(line)),
        make('tfoot', {}, make('tr', {}, make('th', { scope: 'row' }, '会了'), ...totals))))
    }

    const keep = found => {
      people = found
      kept.put('people', people.length ? people : undefined)
    }
    /* What was tapped is gone with the old screen: the hand is put on what came for it. */
    const turn = to => () => {
      to()
      body.querySelector('textarea, .table').focus()
    }
    const edit = () => fill(body, ...nameField(people, keep, turn(() => draw())))
    const draw = () => people.length ? fill(body, table(), row(tap('改名单', turn(edit)))) : edit()
    const text = () => [['名字', ...criteria].join('\t'),
      ...people.map(([name, ticks]) => [name, ...criteria.map((one, at) => ticks[at] ? '✓' : '—')].join('\t'))]
    draw()
    return pad('名单', '看见谁做到了，点一下。名字只存在这台机器上，不往外发。', body, text, () => {
      keep([])
      draw()
    })
  }

  /* A question of the page: its choices by letter, the right one marked. */
  function question(place) {
    const right = { letter: words(place, '.letter'), text: words(place, 'strong'), right: true }
    const wrong = all(place, 'p.muted').slice(1)
      .map(one => ({ letter: one.textContent.trim()[0], text: one.textContent.trim().slice(1).trim() }))
    return { ask: words(place, 'p.muted'), choices: [right, ...wrong].sort((one, two) => one.letter < two.letter ? -1 : 1) }
  }

  function hands() {
    const questions = all(document, '.answers li').map(question)
    let counted = list(kept.get('hands'))
    const body = make('div', {})
    const count = (at, choice) => Number(list(counted[at])[choice]) || 0

    function counter(at, choice) {
      const { letter, text, right } = questions[at].choices[choice]
      const number = make('output', {}, String(count(at, choice)))
      const add = by => () => {
        counted = questions.map((one, place) => one.choices.map((it, way) => count(place, way)))
        counted[at][choice] = Math.max(0, counted[at][choice] + by)
        kept.put('hands', counted)
        number.textContent = String(counted[at][choice])
      }
      const buttons = [['−', '少一个', -1], ['+', '多一个', 1]].map(([sign, name, by]) => {
        const button = tap(sign, add(by))
        button.setAttribute('aria-label', `第 ${at + 1} 题 ${letter} ${name}`)
        return button
      })
      return make('li', right ? { class: 'right' } : {}, make('b', {}, letter),
        make('i', {}, text + (right ? '（对）' : '')), make('span', {}, buttons[0], number, buttons[1]))
    }

    const draw = () => fill(body, ...questions.map(({ ask, choices }, at) => make('section', { class: 'class-tally' },
      make('h2', {}, ask), make('ul', { class: 'plain' }, ...choices.map((one, choice) => counter(at, choice))))))
    const text = () => questions.map(({ ask, choices }, at) =>
      `${ask} ${choices.map((one, choice) => `${one.letter} ${count(at, choice)} 人`).join('，')}`)
    draw()
    return pad('小测', '选哪个的举手，数一数。', body, text, () => {
      counted = []
      kept.put('hands')
      draw()
    })
  }

  const pads = {}
  const makers = { names, hands }

  /* The pad of that name, made when it is first asked for. */
  cunbo.classPad = name => pads[name] || (pads[name] = makers[name]())
  kept.watch(() => Object.keys(pads).forEach(name => delete pads[name]))
})(window.cunbo)
