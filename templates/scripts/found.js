/* Marks the words of the address (`?q=`) on this page and goes to the first at the place that the address names. */
(function (cunbo) {
  'use strict'
  const INLINE = /^(A|B|CODE|EM|I|SMALL|SPAN|STRONG)$/
  const words = cunbo.wordsOf(new URLSearchParams(window.location.search).get('q') || '')
  const content = document.getElementById('content')
  const marks = []

  /* Texts that stand in one paragraph, cell or heading belong together, whatever is bold in it. */
  function paragraphs() {
    const walker = document.createTreeWalker(content, NodeFilter.SHOW_TEXT)
    const found = new Map()
    while (walker.nextNode()) {
      let around = walker.currentNode.parentNode
      while (INLINE.test(around.nodeName)) around = around.parentNode
      if (!/^(SCRIPT|STYLE)$/.test(around.nodeName)) found.set(around, (found.get(around) || []).concat(walker.currentNode))
    }
    return Array.from(found.values())
  }

  function mark(nodes) {
    const text = nodes.map(node => node.data).join('')
    const folded = cunbo.fold(text).replace(/\n/g, '')
    if (!words.some(word => folded.indexOf(word) >= 0)) return
    const spots = cunbo.spots(text.replace(/\n/g, ' '), words)
    let start = 0
    nodes.forEach(node => {
      const end = start + node.data.length
      const here = spots.filter(spot => spot[0] < end && spot[1] > start).reverse()
      const made = here.map(spot => wrap(node, Math.max(spot[0], start) - start, Math.min(spot[1], end) - start))
      marks.push.apply(marks, made.reverse())
      start = end
    })
  }

  function wrap(node, from, to) {
    const words = node.splitText(from)
    words.splitText(to - from)
    const made = cunbo.make('mark', { tabindex: '-1' })
    words.parentNode.replaceChild(made, words)
    made.appendChild(words)
    return made
  }

  function goTo(made) {
    for (let at = made; at; at = at.parentElement) if (at.nodeName === 'DETAILS') at.open = true
    made.scrollIntoView({ block: 'center' })
    made.focus({ preventScroll: true })
  }

  function named() {
    try {
      return document.getElementById(decodeURIComponent(window.location.hash.slice(1)))
    } catch (cutOff) {
      return null
    }
  }

  if (!words.length || !content) return
  paragraphs().forEach(mark)
  const place = named()
  const after = place && marks.filter(made => !(place.compareDocumentPosition(made) & Node.DOCUMENT_POSITION_PRECEDING))
  const first = (after && after[0]) || marks[0]
  if (first) goTo(first)
})(window.cunbo)
