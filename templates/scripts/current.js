/* The page 讲义新不新: a code is typed, or comes with the address from the QR code on a sheet, and is answered. */
(function (cunbo) {
  'use strict'
  const make = cunbo.make

  function asked() {
    const first = window.location.search.slice(1).split('&')[0]
    try {
      return decodeURIComponent(first)
    } catch (notByUs) {
      return first
    }
  }

  function start(place, known) {
    const read = cunbo.sheetReader(known)
    const input = make('input', { id: 'code', class: 'paste', autocomplete: 'off', autocapitalize: 'characters',
      spellcheck: 'false', enterkeyhint: 'go' })
    const answer = make('div', { role: 'status' })

    function date(day) {
      const found = new Date((known.first + day * 86400) * 1000)
      return found.getUTCFullYear() + ' 年 ' + (found.getUTCMonth() + 1) + ' 月 ' + found.getUTCDate() + ' 日'
    }
    const looked = day => day ? date(day) + '核对过' : '没写哪天核对过'
    const name = sheet => (sheet.lesson ? sheet.lesson + ' ' : '') + sheet.kind
    const line = (...words) => make('p', {}, ...words)

    function fresh(sheet) {
      const link = make('a', { class: 'button', href: cunbo.address('handouts/' + encodeURIComponent(sheet.file)) }, name(sheet) + ' PDF')
      return make('p', { class: 'actions' }, link)
    }

    /* Days alone do not tell: words may change without another review. */
    function changed(sheet) {
      const since = '您这份' + looked(sheet.day) + '，现在的' + (sheet.now === sheet.day ? '也是，' : looked(sheet.now) + '，') + '字改过了。'
      if (!sheet.changes.length) return [line(since + '改了什么没有写，看新的。')]
      const list = make('ul', { class: 'points' })
      sheet.changes.forEach(change => list.appendChild(make('li', {}, make('b', {}, date(change[0]) + '：'), change[1])))
      return [line(since + '改了：'), list]
    }

    /* A sheet with no village's words says less in a village that sells something else. */
    function others(sheet) {
      return sheet.shared ? [line('要是别的村印的，也可能不是旧：两个村卖的东西不一样。')] : []
    }

    const SAY = {
      short: one => ['', '还没打全', line('号有 ' + one.of + ' 个字母和数字，您打了 ' + one.length + ' 个。')],
      slip: () => ['', '打错了', line('有一个打错了，或者两个打反了。对着纸再看一遍。')],
      elsewhere: () => ['', '说不准', line('这一张不是给' + known.village + '印的，要到印它的那个村的网站上查。')],
      unknown: () => ['', '说不准', line('现在的课里没有这一张：课撤掉了，或者这个网站比您的纸旧。去问发讲义的人。')],
      ahead: one => ['', '说不准', line(name(one) + '，您这份' + looked(one.day) + '，比这个网站还新。连上网，打开最新的网站再查。')],
      current: one => ['skills', '是最新的', line(name(one) + '，和现在的一字不差，放心用。')],
      old: one => ['culture', '旧了', line(name(one) + '。'), ...changed(one), ...others(one), fresh(one)],
    }

    function show() {
      answer.textContent = ''
      if (!input.value.trim()) return
      const found = read(input.value)
      const told = SAY[found.say](found)
      const card = make('div', { class: 'take ' + told[0] }, make('p', { class: 'take-what' }, told[1]))
      told.slice(2).forEach(one => card.appendChild(one))
      answer.appendChild(card)
    }

    const form = make('form', { class: 'look-up' }, make('label', { for: 'code' }, '把纸上的号打在这里，大小写、横线都不要紧'),
      input, make('p', { class: 'actions' }, make('button', { class: 'button' }, '查')))
    form.addEventListener('submit', event => {
      event.preventDefault()
      show()
    })
    input.addEventListener('input', () => { answer.textContent = '' })
    place.textContent = ''
    place.appendChild(form)
    place.appendChild(answer)
    input.value = asked()
    show()
  }

  const place = document.getElementById('check')
  if (place) cunbo.load('C/sheets.js').then(known => start(place, known))
})(window.cunbo)
