/* A box that leaves of the drawings those whose words hold all that is typed. */
(function (cunbo) {
  'use strict'
  const list = document.getElementById('drawn')
  if (!list) return
  const drawings = Array.from(list.children, one => ({ one, says: cunbo.fold(one.textContent) }))
  const box = cunbo.make('input', { id: 'find-drawing', type: 'search', autocomplete: 'off' })
  const told = cunbo.make('p', { 'class': 'muted', role: 'status' })

  function pick() {
    const words = cunbo.wordsOf(box.value)
    let left = 0
    drawings.forEach(drawing => {
      const fits = words.every(word => drawing.says.includes(word))
      drawing.one.hidden = !fits
      if (fits) left += 1
    })
    cunbo.tell(told, words.length ? (left ? '找到 ' + left + ' 张。' : '没有这样的图，换个词试试。') : '')
  }

  list.parentNode.insertBefore(
    cunbo.make('div', { 'class': 'drawn-by' },
      cunbo.make('label', { 'for': 'find-drawing' }, '找图'), box, told), list)
  box.addEventListener('input', pick)
  pick()
})(window.cunbo)
