/* Each step can be ticked once it is done; how many are stands at the clock of the lesson. */
(function (cunbo) {
  'use strict'
  const clock = document.querySelector('.clock')
  const steps = Array.from(document.querySelectorAll('.lesson .step'))
  if (!clock || !steps.length) return
  const told = cunbo.make('p', { role: 'status' })
  const boxes = steps.map(step => {
    const head = step.querySelector('h2')
    const box = cunbo.make('input', { type: 'checkbox' })
    const mark = clock.querySelector('[href="#' + head.id + '"]').parentNode
    const keep = cunbo.mine.place('做过了：' + head.textContent.slice(head.firstChild.textContent.length), value => {
      box.checked = value === 1
      mark.classList.toggle('done', box.checked)
    })
    box.addEventListener('change', () => {
      mark.classList.toggle('done', box.checked)
      keep(box.checked ? 1 : 0)
    })
    step.appendChild(cunbo.make('label', { class: 'did' }, box, '做过了'))
    return box
  })

  function tell() {
    const done = boxes.filter(box => box.checked).length
    cunbo.tell(told, done ? '做了 ' + done + ' 步，共 ' + boxes.length + ' 步' : '')
  }

  clock.insertBefore(told, clock.querySelector('ol'))
  cunbo.mine.watch(tell)
  tell()
})(window.cunbo)
