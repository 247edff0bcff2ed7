/* Class mode: the trainer's page run by the clock, one step on the whole screen. Nothing goes on by itself. */
(function (cunbo) {
  'use strict'
  const { make, kept, classClock: clock } = cunbo
  const { all, words, title, fill, tap, once, twice, line, muted } = cunbo.classParts
  const run = document.querySelector('.run')
  const rows = all(run, '.run-row')
  const minutes = rows.map(one => Number(one.dataset.minutes))
  const whole = Number(run.dataset.minutes)
  const plan = { minutes, slack: whole - clock.total(minutes) }

  /* The class, if there is one; `lasts`: whether the device keeps it; `taken`: whether one that is over is to be shown. */
  let course, timer, drawn, barred, lasts, taken, tapped, top, ended
  let place = 'step'
  let lookedAt = 0
  const setForward = cunbo.setForward()

  const look = () => {
    const now = Date.now()
    const before = course
    const by = setForward(now)
    course = course && by ? clock.along(course, by) : course
    course = course && clock.setBack(course, now, lookedAt)
    lookedAt = now
    if (course !== before) kept.put('class', course)
    const seen = course ? clock.look(course, now, plan) : { phase: 'ready' }
    return seen.old && !taken ? Object.assign(seen, { phase: 'old' }) : seen
  }
  const runs = seen => seen.phase === 'on' || seen.phase === 'paused'

  function recall() {
    const found = kept.get('class')
    const held = clock.holds(found, plan) ? found : undefined
    /* What another window has written, it has looked at. */
    if (JSON.stringify(held) !== JSON.stringify(course)) lookedAt = 0
    course = held
  }

  function change(name) {
    tapped = true
    course = clock.changes[name](course, Date.now(), plan)
    taken = course.ended
    lasts = kept.put('class', course)
    draw()
  }

  const status = make('p', { class: 'class-state', role: 'status' })
  const time = make('p', { class: 'class-time', role: 'timer' })
  const end = line()
  const late = make('p', { class: 'class-late' })
  const body = make('div', { class: 'class-body' })
  const bar = make('div', { class: 'class-bar' })
  const tabs = [['step', '上课'], ['names', '名单'], ['hands', '小测']].map(([name, told]) => {
    const tab = tap(told, () => {
      place = name
      draw()
    })
    tab.name = name
    return tab
  })
  const start = tap('', open)
  const head = make('div', { class: 'class-top' }, make('div', { class: 'class-tabs' }, ...tabs, tap('收起', leave)),
    time, status, end, late)
  const view = make('main', { class: `class-mode ${document.querySelector('.page').className.split(' ').pop()}` },
    head, body, bar)

  const screens = cunbo.classScreens(rows, minutes)

  const button = (told, name) => once(told, () => change(name))
  const again = () => twice('重新开始', '再按一下，从头算', () => change('begin'))
  const going = () => [button('上一步', 'back'), button('', 'pause'), tap('+1 分钟', () => change('more')), button('', 'next')]
  const bars = {
    ready: () => [button('开始计时', 'begin')],
    old: () => [again(), button('接着上次', 'takeUp')],
    on: going,
    paused: going,
    ended: () => [button('上一步', 'back'), again(), tap('收起', leave)],
  }

  const screen = seen => place === 'step' ? screens[seen.phase](seen, course) : cunbo.classPad(place)
  const unkept = () => muted('这台机器存不住：别关这一页，关了时间和名单就没了。')

  /* What changes with a tap. */
  function draw() {
    const seen = look()
    const key = place === 'step' ? [screens[seen.phase], seen.step] : [place]
    if (!drawn || key.some((one, at) => one !== drawn[at])) {
      const hand = body.contains(document.activeElement)
      fill(body, screen(seen), ...(lasts ? [] : [unkept()]))
      if (hand) body.querySelector('h1').focus()
      window.scrollTo(0, 0)
    }
    drawn = key
    tabs.forEach(tab => tab.setAttribute('aria-pressed', String(tab.name === place)))
    bar.hidden = place !== 'step'
    if (barred !== bars[seen.phase]) {
      barred = bars[seen.phase]
      fill(bar, ...barred())
      body.querySelector('h1').focus()
    }
    if (runs(seen)) dress(seen, ...all(bar, 'button'))
    cunbo.stayAwake(runs(seen))
    tick()
    fit()
  }

  /* With large letters on a small screen nothing stays in sight: there is more room to read. */
  function fit() {
    view.classList.remove('tall')
    const room = window.innerHeight * (window.getComputedStyle(view).display === 'grid' ? 1 : 0.6)
    view.classList.toggle('tall', head.offsetHeight + bar.offsetHeight > room)
  }

  function dress(seen, back, pause, more, next) {
    const follows = rows[seen.step + 1]
    back.disabled = seen.step === 0
    pause.textContent = seen.phase === 'paused' ? '接着' : '暂停'
    next.textContent = follows ? '下一步' : '下课'
    if (follows) next.appendChild(make('small', {}, title(follows)))
  }

  /* What changes by itself. */
  function tick() {
    window.clearTimeout(timer)
    if (!view.parentNode) return
    const seen = look()
    const over = runs(seen) && seen.left <= 0
    if (over && seen.phase === 'on' && !view.classList.contains('over') && tapped && navigator.vibrate) navigator.vibrate(300)
    view.classList.toggle('over', over)
    view.classList.toggle('running', runs(seen))
    if (runs(seen)) {
      const now = seen.phase === 'paused' ? '停着' : over ? '到点了' : words(rows[seen.step], '.kind')
      cunbo.tell(status, `第 ${seen.step + 1}/${rows.length} 步 ${now}`)
      cunbo.tell(time, (over ? '+' : '') + clock.digits(seen.left))
      cunbo.tell(end, `${clock.hour(seen.ends)} 下课 还有 ${clock.digits(seen.toEnd)}`)
      cunbo.tell(late, clock.standing(seen))
    } else cunbo.tell(status, seen.phase === 'ready' ? `现在开始，${clock.hour(Date.now() + whole * 60000)} 下课` : '')
    timer = window.setTimeout(tick, runs(seen) ? clock.nextChange([seen.left, seen.toEnd]) : 1000)
  }

  function name() {
    const seen = look()
    start.textContent = runs(seen) ? `回到上课：第 ${seen.step + 1} 步` : '开始上课'
  }

  function open() {
    top = window.pageYOffset
    lasts = kept.put('inClass', 1)
    document.body.classList.add('in-class')
    document.body.appendChild(view)
    drawn = barred = taken = undefined
    draw()
    ended = cunbo.over(() => leave(true))
  }

  /* `gone`: the reader has gone back, and the step over the page with it. */
  function leave(gone) {
    if (gone !== true) ended()
    kept.put('inClass')
    document.body.classList.remove('in-class')
    document.body.removeChild(view)
    cunbo.stayAwake(false)
    name()
    window.scrollTo(0, top)
    start.focus()
  }

  function press(event) {
    const at = event.target.closest('textarea, button, summary, .table')
    const does = { ' ': 'pause', ArrowRight: 'next', ArrowLeft: 'back' }[event.key]
    if (!view.parentNode || event.altKey || event.ctrlKey || event.metaKey || event.repeat || event.isComposing) return
    if (event.key === 'Escape') return leave()
    if (!does || !runs(look()) || (at && (does === 'pause' || !at.matches('button, summary')))) return
    event.preventDefault()
    change(does)
  }

  /* After a lock or in another tab what was kept counts: another window may have gone on. */
  function back() {
    if (document.hidden) return
    recall()
    if (view.parentNode) draw()
    else name()
  }

  document.addEventListener('keydown', press)
  window.addEventListener('resize', fit)
  document.addEventListener('visibilitychange', back)
  window.addEventListener('pageshow', back)
  kept.watch(() => {
    drawn = undefined
    back()
  })
  recall()
  name()
  start.className = 'button class-start'
  const actions = document.querySelector('.actions')
  actions.insertBefore(start, actions.firstChild)
  if (kept.get('inClass') && course && !look().old) open()
})(window.cunbo)
