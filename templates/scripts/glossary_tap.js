/* A word of the glossary says what it means where it stands; what all words mean is fetched on the first tap.
   Without that, and for whoever wants a page of its own, it is a link. */
(function (cunbo) {
  'use strict'
  const links = Array.from(document.querySelectorAll('a.term'))

  /* A block below the words around it: inside a line it would tear the sentence apart. */
  function note(link) {
    const said = cunbo.make('span', { class: 'meaning', role: 'status' })
    const around = link.closest('p, li, dd, td') || link.parentNode
    around.appendChild(said)
    return said
  }

  links.forEach(link => {
    const said = note(link)
    link.setAttribute('aria-expanded', 'false')
    link.addEventListener('click', event => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return
      event.preventDefault()
      const opens = !said.textContent
      link.setAttribute('aria-expanded', String(opens))
      said.textContent = ''
      if (!opens) return
      cunbo.load('glossary.js').then(meanings => {
        said.textContent = meanings[link.textContent]
      }).catch(() => { window.location.assign(link.href) })
    })
  })
})(window.cunbo)
