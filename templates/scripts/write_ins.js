/* Where the sheet has lines, empty cells and boxes, a learner can write and tick. */
(function (cunbo) {
  'use strict'
  const all = (selector, within) => Array.from((within || document).querySelectorAll(selector))
  const words = element => element.textContent.replace(/\s+/g, ' ').trim()

  /* A field that grows with what is in it, on paper too: what is written stands behind it once more, unseen, and
     holds the place open. */
  function field(name, attributes) {
    const area = cunbo.make('textarea', Object.assign({ rows: 1, cols: 1, 'aria-label': name }, attributes))
    const paper = cunbo.make('span', { class: 'written' }, area)
    const grow = () => { paper.dataset.words = area.value }
    const keep = cunbo.mine.place(name, value => {
      area.value = value || ''
      grow()
    })
    area.addEventListener('input', () => {
      grow()
      keep(area.value)
    })
    return paper
  }

  all('.lesson .write-in').forEach(block => {
    const paper = field(words(block), { placeholder: '点这里写' })
    paper.appendChild(cunbo.make('span', {}, ...all('i', block)))
    block.appendChild(paper)
  })

  all('.lesson .table').forEach(table => {
    const heads = all('thead th, thead td', table).map(words)
    all('tbody tr', table).forEach((row, number) => {
      const cells = Array.from(row.cells)
      const name = words(cells[0]) || '第 ' + (number + 1) + ' 行'
      cells.forEach((cell, at) => {
        if (!cell.firstChild) cell.appendChild(field(name + '，' + heads[at]))
      })
    })
  })

  all('.lesson .checklist li').forEach(item => {
    const box = cunbo.make('input', { type: 'checkbox' })
    const label = cunbo.make('label', {}, box)
    const keep = cunbo.mine.place(words(item), value => { box.checked = value === 1 })
    item.classList.add('live')
    while (item.firstChild) label.appendChild(item.firstChild)
    item.appendChild(label)
    box.addEventListener('change', () => keep(box.checked ? 1 : 0))
  })
})(window.cunbo)
