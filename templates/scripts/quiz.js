/* The quiz, once more by oneself. The answers are fetched on the tap that asks for them: in class the page gives
   nothing away. Choices become buttons, not radios: on these, the arrow keys would answer on their way. */
(function (cunbo) {
  'use strict'
  const quiz = document.querySelector('.quiz')
  if (!quiz) return
  const lesson = document.documentElement.dataset.page.replace(/^.*\/|\.html$/g, '')
  const start = cunbo.make('button', { type: 'button', class: 'button quiet' }, '自己再做一遍')
  const told = cunbo.make('p', { role: 'status', class: 'muted' })
  let fetching = false

  function unpacked(packed) {
    const bytes = Uint8Array.from(atob(packed), sign => sign.charCodeAt(0))
    return JSON.parse(new TextDecoder().decode(bytes))
  }

  /* What a choice turned out to be stands on it in words. */
  function judge(button, right) {
    const before = button.querySelector('em')
    if (before) button.removeChild(before)
    if (right === undefined) return
    button.appendChild(cunbo.make('em', { class: right ? 'right' : 'wrong' }, right ? '✓ 对' : '✗ 不对'))
  }

  function asked(item, reply, number) {
    const ask = item.querySelector('.ask')
    const said = cunbo.make('p', { role: 'status', class: 'reply' })
    ask.id = 'ask-' + number
    const group = cunbo.make('div', { role: 'group', 'aria-labelledby': ask.id })
    while (item.firstChild) group.appendChild(item.firstChild)
    item.appendChild(group)
    const buttons = Array.from(item.querySelectorAll('.choices li')).map(choice => {
      const button = cunbo.make('button', { type: 'button', 'aria-pressed': 'false' })
      while (choice.firstChild) button.appendChild(choice.firstChild)
      choice.appendChild(button)
      return button
    })
    const letter = button => button.querySelector('b').textContent
    buttons.forEach(button => button.addEventListener('click', () => {
      const right = letter(button) === reply[0]
      buttons.forEach(one => {
        one.setAttribute('aria-pressed', String(one === button))
        judge(one, one === button ? right : letter(one) === reply[0] || undefined)
      })
      said.textContent = (right ? '对。' : '不对，是 ' + reply[0] + '。') + reply[1]
    }))
    group.appendChild(said)
    return buttons[0]
  }

  start.addEventListener('click', () => {
    if (fetching) return
    fetching = true
    told.textContent = ''
    cunbo.load('quiz/' + lesson + '.js').then(packed => {
      const replies = unpacked(packed)
      const first = Array.from(quiz.querySelectorAll('ol > li')).map((item, at) => asked(item, replies[at], at + 1))
      quiz.removeChild(start)
      quiz.querySelector('p').textContent = '点一个，马上告诉您为什么。'
      first[0].focus()
    }).catch(() => {
      fetching = false
      told.textContent = '答案没有取到。等有网的时候，再点一次。'
    })
  })
  quiz.appendChild(start)
  quiz.appendChild(told)
})(window.cunbo)
