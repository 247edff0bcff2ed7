/* The page 提词 before the stage: the script, how it is to run, and the reminders of a lesson. */
(function (cunbo) {
  'use strict'
  const make = cunbo.make, kept = cunbo.kept, pace = cunbo.pace
  const SPEED = 200, SIZE = 44

  function number(name, usual, least, most) {
    const found = Number(kept.get(name))
    return found >= least && found <= most ? found : usual
  }

  function tick(name, label) {
    const input = make('input', { type: 'checkbox' })
    input.checked = kept.get(name) === true
    input.addEventListener('change', () => kept.put(name, input.checked || undefined))
    return { input, whole: make('label', { class: 'setting tick' }, input, make('span', {}, label)) }
  }

  function slider(name, label, unit, usual, least, most, step) {
    const attributes = { type: 'range', min: least, max: most, step, 'aria-label': label }
    const input = make('input', attributes), says = make('span')
    input.value = number(name, usual, least, most)
    const say = () => { says.textContent = label + input.value + unit }
    input.addEventListener('input', () => {
      say()
      kept.put(name, Number(input.value))
    })
    say()
    return { input, say, whole: make('label', { class: 'setting' }, says, input) }
  }

  function list(title, lines) {
    const items = lines.map(line => make('li', {}, line))
    return make('div', {}, make('h3', {}, title), make('ul', { class: 'points' }, ...items))
  }

  function reminders(place, cues) {
    place.appendChild(make('h2', {}, cues.title + '：放在边上的'))
    if (cues.card.length) place.appendChild(list('要点卡', cues.card))
    const characters = cues.characters.map(one => one[0] + '：' + one[1] + (one[2] ? '，' + one[2] : ''))
    if (characters.length) place.appendChild(list('几个大字', characters))
    place.appendChild(list('课上练的时候', cues.steps.map(step => step[0] + '，' + step[1] + ' 分钟')))
  }

  /* The lines that stay above the script while it runs. */
  function inShort(cues) {
    const characters = cues.characters.map(one => one[0] + (one[2] ? ' ' + one[2] : ''))
    return [characters, cues.card].filter(lines => lines.length).map(lines => lines.join(' · '))
  }

  function lessonCues(place, then) {
    const lesson = /[?&]lesson=([SCX][1-3]-\d\d)(&|$)/.exec(window.location.search)
    if (!lesson) return
    cunbo.load('tools/cues.js').then(all => {
      const cues = all[lesson[1]]
      if (!cues) return
      reminders(place, cues)
      then(inShort(cues))
    }).catch(() => { /* the script runs without them */ })
  }

  function start() {
    const place = document.getElementById('prompter')
    if (!place) return
    const { input, clear, keeping, settle } = cunbo.pasted('稿子', '清掉稿子', () => count())
    const speed = slider('speed', '快慢：一分钟 ', ' 字', SPEED, 60, 400, 10)
    const size = slider('size', '字的大小：', '', SIZE, 20, 120, 4)
    const mirror = tick('mirror', '左右反着（对着镜子或玻璃看）')
    const night = tick('night', '黑底白字')
    const long = make('p', { class: 'sum', role: 'status' })
    const open = make('button', { type: 'button', class: 'button' }, '打开提词')
    const beside = make('section', { class: 'beside' })
    let cues = []

    function count() {
      const total = pace.laidOut(input.value).total
      const words = total ? total + ' 个字，大约讲 ' + pace.inWords(pace.seconds(total, Number(speed.input.value))) : ''
      cunbo.tell(long, words)
      open.disabled = !total
      clear.hidden = !input.value
    }

    function changed(name, value) {
      const one = name === 'speed' ? speed : size
      one.input.value = value
      one.say()
      kept.put(name, value)
    }

    function onStage() {
      const height = window.pageYOffset
      const options = {
        speed: Number(speed.input.value), size: Number(size.input.value),
        mirror: mirror.input.checked, night: night.input.checked,
      }
      cunbo.promptStage(input.value, options, cues, changed, () => {
        count()
        window.scrollTo(0, height)
        open.focus()
      })
    }

    input.addEventListener('input', () => { open.disabled = false })
    speed.input.addEventListener('input', count)
    open.addEventListener('click', () => {
      settle()
      if (!open.disabled) onStage()
    })
    const label = make('label', { for: 'script' }, '把稿子贴在这里，或者直接打')
    const settings = make('div', { class: 'settings' }, speed.whole, size.whole, mirror.whole, night.whole)
    const actions = make('p', { class: 'actions' }, open, clear)
    const how = make('p', { class: 'muted' }, '打开以后点一下字就走，再点一下就停。电脑上：空格走和停，上下键退一句、进一句，左右键慢快，Esc 收起。')
    place.textContent = ''
    ;[label, input, long, actions, settings, how, keeping].forEach(one => place.appendChild(one))
    place.parentNode.insertBefore(beside, place.nextSibling)
    beside.hidden = true
    settle()
    lessonCues(beside, lines => { beside.hidden = false; cues = lines })
  }

  start()
})(window.cunbo)
