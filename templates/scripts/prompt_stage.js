/* The stage of the page 提词: over the whole screen, the script runs past the place where the reader reads. */
(function (cunbo) {
  'use strict'
  const make = cunbo.make, pace = cunbo.pace
  const STEP = 20
  const now = () => window.performance.now()
  const calm = () => window.matchMedia('(prefers-reduced-motion: reduce)').matches

  function button(label, spoken, press) {
    const made = make('button', { type: 'button', 'aria-label': spoken, title: spoken }, label)
    made.addEventListener('click', press)
    return made
  }

  /* How far the text has gone, in pixels: even within a line of the script, whatever the size of the letters. */
  function heightOf(lines, boxes, at) {
    let number = lines.findIndex(line => at < line.from + line.count)
    if (number < 0) number = lines.length - 1
    const line = lines[number], box = boxes[number]
    const part = Math.min(1, Math.max(0, (at - line.from) / line.count))
    if (!calm()) return box.offsetTop + box.offsetHeight * part
    const rows = Math.max(1, Math.round(box.offsetHeight / parseFloat(window.getComputedStyle(box).lineHeight)))
    return box.offsetTop + box.offsetHeight * Math.min(rows - 1, Math.floor(rows * part)) / rows
  }

  /* `options`: speed in characters a minute, size in px at ordinary letters, mirror, night; `cues` are lines;
     `changed(name, value)` hears of what the reader changes, `left()` of the end. */
  cunbo.promptStage = (script, options, cues, changed, left) => {
    const text = pace.laidOut(script)
    let run = pace.begun(options.speed), size = options.size, frame = 0, told = ''
    const boxes = text.lines.map(line => make('p', {}, line.text))
    const running = make('div', { class: 'prompt-text' }, ...boxes)
    const place = make('div', { class: 'prompt-place' }, running)
    const mirror = make('div', { class: 'prompt-mirror' + (options.mirror ? ' turned' : '') }, place)
    const screen = make('div', { class: 'prompt-screen', tabindex: '-1' }, mirror)
    const time = make('p', { class: 'prompt-time' })
    const main = button('开始', '开始', toggle)
    main.className = 'prompt-main'
    const bar = make('div', { class: 'prompt-bar' }, main,
      button('退', '退一句', () => move(pace.back(text.beats, at()))),
      button('慢', '慢一点', () => hurry(-STEP)), button('快', '快一点', () => hurry(STEP)),
      button('小', '字小一点', () => grow(-4)), button('大', '字大一点', () => grow(4)),
      button('收', '收起', leave))
    const top = make('div', { class: 'prompt-top' }, time, ...cues.map(cue => make('p', {}, cue)))
    const stage = make('div', {
      class: 'prompt' + (options.night ? ' night' : ''), role: 'dialog', 'aria-modal': 'true', 'aria-label': '提词',
    }, top, screen, bar)

    const at = () => Math.min(text.total, pace.reached(run, now()))
    const isGoing = () => run.since !== null

    function draw() {
      const done = at(), over = done >= text.total
      if (over && isGoing()) stop()
      running.style.transform = 'translateY(-' + heightOf(text.lines, boxes, done) + 'px)'
      const rest = over ? '讲完了' : '还剩 ' + pace.inWords(pace.seconds(text.total - done, run.speed))
      const words = rest + '，一分钟 ' + run.speed + ' 字'
      if (words !== told) time.textContent = told = words
    }

    function tick() {
      draw()
      frame = isGoing() ? window.requestAnimationFrame(tick) : 0
    }

    function name() {
      const word = isGoing() ? '停住' : at() >= text.total ? '从头' : '开始'
      main.textContent = word
      main.setAttribute('aria-label', word)
      main.title = word
    }

    function go() {
      if (at() >= text.total) run = pace.begun(run.speed)
      run = pace.going(run, now())
      name()
      window.cancelAnimationFrame(frame)
      tick()
    }

    function stop() {
      run = pace.standing(run, now())
      run.done = Math.min(run.done, text.total)
      name()
    }

    function toggle() {
      if (isGoing()) stop()
      else go()
    }

    function move(to) {
      run = pace.moved(run, now(), to)
      name()
      draw()
    }

    function hurry(by) {
      const speed = Math.min(400, Math.max(60, run.speed + by))
      run = pace.paced(run, now(), speed)
      changed('speed', speed)
      draw()
    }

    function grow(by) {
      size = Math.min(120, Math.max(20, size + by))
      screen.style.fontSize = size / 16 + 'rem'
      changed('size', size)
      draw()
    }

    const KEYS = {
      ' ': toggle, Escape: leave,
      ArrowUp: () => move(pace.back(text.beats, at())), PageUp: () => move(pace.back(text.beats, at())),
      ArrowDown: () => move(pace.ahead(text.beats, at(), text.total)),
      PageDown: () => move(pace.ahead(text.beats, at(), text.total)),
      ArrowLeft: () => hurry(-STEP), ArrowRight: () => hurry(STEP),
    }

    function onKey(event) {
      const press = KEYS[event.key]
      const onButton = event.key === ' ' && event.target.tagName === 'BUTTON'
      if (!press || onButton || event.ctrlKey || event.altKey || event.metaKey) return
      event.preventDefault()
      press()
    }

    function onHidden() {
      if (document.hidden && isGoing()) stop()
    }

    /* `gone`: the reader has gone back, and the step over the page with it. */
    function leave(gone) {
      if (gone !== true) ended()
      stop()
      window.cancelAnimationFrame(frame)
      document.removeEventListener('keydown', onKey)
      document.removeEventListener('visibilitychange', onHidden)
      window.removeEventListener('resize', draw)
      cunbo.stayAwake(false)
      document.body.classList.remove('prompting')
      document.body.removeChild(stage)
      left()
    }

    screen.addEventListener('click', toggle)
    /* After a tap the space bar is for the text again, not for the button that was tapped. */
    bar.addEventListener('click', event => { if (event.detail) screen.focus() })
    document.addEventListener('keydown', onKey)
    document.addEventListener('visibilitychange', onHidden)
    window.addEventListener('resize', draw)
    document.body.appendChild(stage)
    document.body.classList.add('prompting')
    grow(0)
    name()
    screen.focus()
    cunbo.stayAwake(true)
    const ended = cunbo.over(() => leave(true))
  }
})(window.cunbo)
