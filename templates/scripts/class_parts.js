/* What class mode is made of: buttons, panels, and a step as it stands on the page with what comes after it. */
(function (cunbo) {
  'use strict'
  const make = cunbo.make
  const all = (place, selector) => Array.from(place.querySelectorAll(selector))
  const words = (place, selector) => all(place, selector).slice(0, 1).map(one => one.textContent).join('')
  const title = row => words(row, 'h3')

  function fill(place, ...inside) {
    place.textContent = ''
    inside.forEach(one => place.appendChild(one))
    return place
  }

  const tap = (name, act) => {
    const button = make('button', { type: 'button' }, name)
    button.addEventListener('click', act)
    return button
  }

  /* Of fingers that tap twice only the first counts: the second hits what the first has brought. */
  const once = (name, act) => tap(name, event => { if (event.detail < 2) act() })

  /* The next tap does it; who goes elsewhere has taken it back. */
  function twice(name, sure, act) {
    const calm = () => { button.textContent = name }
    const button = once(name, () => {
      if (button.textContent !== sure) return void (button.textContent = sure)
      calm()
      act()
    })
    button.addEventListener('blur', calm)
    return button
  }

  const line = (...inside) => make('p', {}, ...inside)
  const muted = told => make('p', { class: 'muted' }, told)
  const row = (...inside) => make('p', { class: 'class-row' }, ...inside)
  const panel = (name, ...inside) => make('section', {}, make('h1', { tabindex: '-1' }, name), ...inside)

  function comesNext(row) {
    const found = make('section', { class: 'class-next' }, make('h2', {}, `接下来：${title(row)}`),
      muted(`${words(row, '.kind')}，${row.dataset.minutes} 分钟`), line(words(row, '.in-hand summary')))
    all(row, '.guest > p').slice(0, 1).forEach(one => found.appendChild(one.cloneNode(true)))
    return found
  }

  function step(row, next) {
    const found = panel(title(row), ...all(row, '.run-do, .run-notes').map(one => one.cloneNode(true)))
    if (next) found.appendChild(comesNext(next))
    return found
  }

  cunbo.classParts = { all, words, title, fill, tap, once, twice, line, muted, row, panel, step }
})(window.cunbo)
