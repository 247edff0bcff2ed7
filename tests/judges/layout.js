// What is wrong with the layout of the page that is open, one sentence for each fault.
() => {
  const faults = []
  const screen = document.documentElement.clientWidth
  const wide = document.documentElement.scrollWidth
  if (wide > screen) faults.push(`the page is ${wide} px wide on a screen of ${screen}`)

  const shown = element => element.checkVisibility({ visibilityProperty: true })
  const begins = element => element.innerText.trim().slice(0, 20)
  const rects = element => {
    const range = document.createRange()
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
    const found = []
    while (walker.nextNode()) {
      const hidden = walker.currentNode.parentElement.getBoundingClientRect().width <= 1
      if (hidden || !walker.currentNode.data.trim()) continue
      range.selectNodeContents(walker.currentNode)
      found.push(...range.getClientRects())
    }
    return found
  }
  const scrolls = element => {
    for (let one = element; one; one = one.parentElement)
      if (['auto', 'scroll'].includes(getComputedStyle(one).overflowX)) return true
    return false
  }

  const blocks = [...document.querySelectorAll('h1, h2, main p, main li, main dd, main dt')]
    .filter(one => shown(one) && one.innerText.trim())
  const words = blocks.map(one => one.innerText).join('').length
  if (words < 20) faults.push(`only ${words} characters of text are shown`)
  for (const block of blocks) {
    if (scrolls(block)) continue
    for (const text of rects(block)) {
      if (text.width && (text.left < 4 || text.right > screen - 4))
        faults.push(`“${begins(block)}” runs to the edge: ${text.left}–${text.right} of ${screen} px`)
    }
    const size = parseFloat(getComputedStyle(block).fontSize)
    const room = block.getBoundingClientRect().width
    const lines = new Set(rects(block).map(text => Math.round(text.top)))
    if (room < 6 * size && lines.size > 3)
      faults.push(`“${begins(block)}” stands in a column of ${room / size} characters`)
  }

  for (const element of document.querySelectorAll('main *')) {
    for (const which of ['::before', '::after']) {
      const mark = getComputedStyle(element, which)
      const own = getComputedStyle(element)
      if (mark.position !== 'absolute' || own.position === 'static' || !shown(element)) continue
      if (['none', 'normal'].includes(mark.content)) continue
      const box = element.getBoundingClientRect()
      const left = box.left + parseFloat(own.borderLeftWidth) + parseFloat(mark.left)
      const top = box.top + parseFloat(own.borderTopWidth) + parseFloat(mark.top)
      const right = left + parseFloat(mark.width)
      const bottom = top + parseFloat(mark.height)
      const over = rects(element).some(text => text.left < right - 1 && left < text.right - 1 &&
        text.top < bottom - 1 && top < text.bottom - 1)
      if (over) faults.push(`a mark of ${mark.content} lies over “${begins(element)}”`)
    }
  }

  for (const menu of document.querySelectorAll('header nav')) {
    const size = parseFloat(getComputedStyle(menu).fontSize)
    const room = menu.getBoundingClientRect().width
    if (shown(menu) && room < 6 * size) faults.push(`the menu is ${room / size} characters wide`)
  }
  return faults
}
