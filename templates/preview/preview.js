'use strict'
// For the author's own machine and a browser of today; no page of the site has a script.
// One tab of the preview: says which lesson it shows, is told of every change, swaps what differs.

const at = id => document.getElementById(id)
const frame = at('page')
const choice = new URLSearchParams(location.search)
const LONGEST = 10000
let source, shown = {}

function make(tag, name, text = '') {
  const element = document.createElement(tag)
  if (name) element.className = name
  element.textContent = text
  return element
}

// What to show

function choose(key, value) {
  choice.set(key, value)
  history.replaceState(null, '', '?' + choice)
  showSwitches()
  listen()
}

function showSwitches() {
  for (const button of document.querySelectorAll('.switch button')) {
    const chosen = choice.get(button.name) || button.parentNode.firstElementChild.value
    button.setAttribute('aria-pressed', button.value === chosen)
  }
}

// Which kinds of sheet there are is the program's to say
function showKinds(news) {
  if (at('kinds').childElementCount) return
  for (const kind of news.kinds) {
    const button = make('button', '', kind)
    Object.assign(button, { type: 'button', name: 'sheet', value: kind })
    at('kinds').append(button)
  }
  showSwitches()
}

function showLessons(news) {
  const key = JSON.stringify(news.lessons)
  if (key !== shown.lessons && news.lessons.length) {
    shown.lessons = key
    const groups = new Map()
    for (const lesson of news.lessons) {
      if (!groups.has(lesson.layer)) groups.set(lesson.layer, make('optgroup'))
      groups.get(lesson.layer).label = lesson.layer
      const name = `${lesson.id} ${lesson.title}${lesson.outline ? '（编写中）' : ''}`
      groups.get(lesson.layer).append(new Option(name, lesson.id))
    }
    at('lesson').replaceChildren(...groups.values())
  }
  if (news.gone) at('lesson').prepend(new Option(`${news.lesson}（不在了）`, news.lesson))
  at('lesson').value = news.lesson
  document.title = `${news.lesson} 预览 · 村播课`
}

// What is wrong

function showTrouble(news) {
  const titles = []
  if (news.errors) titles.push(`${news.errors} 处错误。` + (news.page
    ? `下面还是 ${news.since} 的样子，改好、保存就会变。` : '改好、保存，这里就有课看。'))
  if (news.gone) titles.push(`${news.lesson} 不在课程里了，删掉了或者改了名。` +
    (news.page ? '下面是它最后的样子，' : '') + '请在上面另选一课。')
  at('trouble-title').textContent = titles.join('')
  at('mistakes').replaceChildren(...news.mistakes.map(mistakeItem))
  const rest = []
  if (news.more) rest.push(`还有 ${news.more} 处没有列出来。`)
  if (news.elsewhere) rest.push(`别的文件里还有 ${news.elsewhere} 处提醒，用 cunbo check 看。`)
  at('trouble-rest').textContent = rest.join('')
  at('trouble').hidden = !(titles.length || news.mistakes.length)
  at('trouble').classList.toggle('only-heed', !titles.length)
  document.body.classList.toggle('stale', titles.length > 0)
}

function mistakeItem(mistake) {
  const item = make('li')
  const body = make('div', 'what')
  const joint = /[。？！]$/.test(mistake.what) ? '' : '；'
  body.append(make('span', 'place', mistake.place), ' ', make('b', '', mistake.what), joint, mistake.mend,
    mistake.code ? ` [${mistake.code}]` : '')
  if (mistake.line.trim()) body.append(lineWithMark(mistake))
  if (mistake.offer) body.append(offerOf(mistake.offer))
  item.append(make('span', mistake.severity === '错误' ? 'kind' : 'kind heed', mistake.severity), body)
  return item
}

function lineWithMark({ line, column }) {
  const letters = [...line]
  const code = make('code', 'line')
  code.append(letters.slice(0, column - 1).join(''), make('mark', '', letters[column - 1] || ' '),
    letters.slice(column).join(''))
  return code
}

// A mend as it would stand in the file, and a button that has the program write it
function offerOf({ mark, first, last, lines, more }) {
  const offer = make('div', 'offer')
  const told = make('p', 'offer-told', first === last ? `第 ${first} 行改成：` : `第 ${first} 到 ${last} 行改成：`)
  const code = make('code', 'mended', lines.join('\n') + (more ? `\n……后面还有 ${more} 行` : ''))
  const button = make('button', 'write', '照这样改')
  button.type = 'button'
  button.addEventListener('click', () => write(mark, button, offer))
  offer.append(told, code, button)
  return offer
}

async function write(mark, button, offer) {
  button.disabled = true
  const answer = await fetch('/mend', { method: 'POST', body: mark }).catch(() => null)
  const said = make('span', answer && answer.ok ? 'said' : 'said bad',
    answer ? (await answer.text()).trim() : '没有改成：命令行里的 cunbo serve 没有在运行。')
  said.setAttribute('role', 'status')
  offer.querySelectorAll('.said').forEach(one => one.remove())
  offer.append(said)
  button.disabled = Boolean(answer && answer.ok)
}

// The web page: the frame's document stays, its body is changed, so nothing flickers or jumps

async function showPage(news) {
  at('no-page').hidden = Boolean(news.page)
  if (!news.page) return
  const there = frame.contentDocument && frame.contentWindow.location.pathname === news.page
  if (!there) await open(news.page)
  else if (news.mark !== shown.mark) await refill(news.page)
  if (there && news.style !== shown.style) await restyle(news.style)
  shown.mark = news.mark
  shown.style = news.style
}

function open(address) {
  return new Promise((done, fail) => {
    const loaded = () => {
      clearTimeout(late)
      if (!frame.contentDocument) return fail(new Error(address))
      frame.contentDocument.addEventListener('click', follow)
      done()
    }
    const late = setTimeout(() => {
      frame.removeEventListener('load', loaded)
      fail(new Error(address))
    }, LONGEST)
    frame.addEventListener('load', loaded, { once: true })
    frame.contentWindow.location.replace(address)
  })
}

async function refill(address) {
  const answer = await fetch(address)
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`)
  const next = new DOMParser().parseFromString(await answer.text(), 'text/html')
  const old = frame.contentDocument
  const top = old.scrollingElement.scrollTop
  const opened = [...old.querySelectorAll('details')].map(one => one.open)
  old.title = next.title
  styles(next.body).forEach(one => one.remove()) // the one in the head is there
  styles(old.head).forEach(one => one.removeAttribute('media'))
  old.body.replaceWith(old.adoptNode(next.body))
  const folds = [...old.querySelectorAll('details')]
  if (folds.length === opened.length) folds.forEach((one, index) => { one.open = opened[index] })
  old.scrollingElement.scrollTop = top
}

function styles(part) {
  return [...part.querySelectorAll('link[rel=stylesheet]')]
}

function restyle(mark) {
  const old = styles(frame.contentDocument)
  const next = old[0].cloneNode()
  next.removeAttribute('media')
  next.href = '/site/style.css?' + mark
  return new Promise((done, fail) => {
    next.onload = () => { old.forEach(one => one.remove()); done() }
    next.onerror = () => { next.remove(); fail(new Error(next.href)) }
    old[0].after(next)
  })
}

function follow(event) {
  const link = event.target.closest('a[href]')
  if (!link) return
  const target = new URL(link.href)
  const lesson = /^\/site\/(lessons|trainer)\/([\w-]+)\.html$/.exec(target.pathname)
  const here = frame.contentWindow.location
  if (target.origin === here.origin && target.pathname === here.pathname && target.hash) return
  event.preventDefault()
  if (lesson) {
    choice.set('page', lesson[1] === 'trainer' ? '培训员页' : '学员页')
    choose('lesson', lesson[2])
  } else window.open(target, '_blank', 'noopener')
}

// The sheets: a picture is changed when the new one is ready to be painted

async function showSheets(news) {
  const sheets = news.page ? news.sheets : []
  const pictures = await Promise.all(sheets.map(picture))
  const old = [...at('sheets').querySelectorAll('img')]
  const top = at('sheets').scrollTop
  if (old.length !== pictures.length || !pictures.length) {
    at('sheets').replaceChildren(...pictures.map(sheet), ...(pictures.length ? [] : [noSheets(news)]))
  } else pictures.forEach((one, index) => { if (one !== old[index]) old[index].replaceWith(one) })
  pictures.forEach((one, index) => { one.alt = `第 ${index + 1} 页，共 ${pictures.length} 页` })
  at('sheets').scrollTop = top
  at('pdf').hidden = !pictures.length
  if (news.pdf) at('pdf').href = news.pdf
  at('pdf').textContent = `${pictures.length} 页 PDF`
}

async function picture(address) {
  const same = at('sheets').querySelector(`img[src="${address}"]`)
  if (same) return same
  const image = new Image()
  image.src = address
  await image.decode().catch(() => {})
  if (!image.naturalWidth) throw new Error(address)
  return image
}

function sheet(image, index, all) {
  const figure = make('figure', 'sheet')
  figure.append(image, make('figcaption', '', `第 ${index + 1} 页，共 ${all.length} 页`))
  return figure
}

function noSheets(news) {
  return make('p', 'nothing', news.page ? '这一课还在编写中，没有讲义和教案。' : '还没有能看的一版。')
}

// Being told. News come one after the other; a change in the middle of one waits for its turn.

let turn = Promise.resolve()

function listen() {
  if (source) source.close()
  const mine = source = new EventSource('/events?' + choice)
  mine.onmessage = event => {
    turn = turn.then(() => mine === source && show(JSON.parse(event.data))).catch(failed)
  }
  mine.onerror = () => state('预览停了：命令行里的 cunbo serve 没有在运行', true)
}

async function show(news) {
  if (choice.get('lesson') !== news.lesson) {
    choice.set('lesson', news.lesson)
    history.replaceState(null, '', '?' + choice)
  }
  showKinds(news)
  showLessons(news)
  showTrouble(news)
  const panes = await Promise.allSettled([showPage(news), showSheets(news)])
  for (const pane of panes) if (pane.status === 'rejected') throw pane.reason
  document.body.dataset.number = news.number
  state(news.errors ? `${news.errors} 处错误` : `更新于 ${news.since}`, news.errors > 0)
}

function failed(error) {
  console.warn(error)
  state('这一次没显示出来，再存一次', true)
}

function state(text, bad) {
  at('state').textContent = text
  at('state').classList.toggle('bad', bad)
}

document.querySelector('.panes').addEventListener('click', event => {
  const button = event.target.closest('.switch button')
  if (button) choose(button.name, button.value)
})
at('lesson').addEventListener('change', () => choose('lesson', at('lesson').value))
at('phone').addEventListener('click', () => {
  const narrow = frame.classList.toggle('narrow')
  at('phone').setAttribute('aria-pressed', narrow)
})
showSwitches()
listen()
