/* 存到手机: only a reader's tap keeps the site on a device, and one takes it off again. */
(function (cunbo) {
  'use strict'
  const here = document.getElementById('keep')
  const { copies, make } = cunbo
  const megabytes = bytes => (bytes / 1e6).toFixed(1) + ' MB'
  const say = (...inside) => {
    here.textContent = ''
    inside.forEach(one => here.appendChild(typeof one === 'string' ? make('p', {}, one) : one))
  }

  function button(words, below, quiet, act) {
    const made = make('button', { type: 'button', class: quiet ? 'button quiet' : 'button' }, words)
    if (below) made.appendChild(make('small', {}, below))
    made.addEventListener('click', act)
    return made
  }
  const buttons = (...all) => make('div', { class: 'actions' }, ...all.filter(Boolean))

  function whyNot() {
    const wechat = /MicroMessenger/.test(window.navigator.userAgent)
    if (window.location.protocol === 'file:') return '您是从文件夹打开的，本来就不用网，不用再存。'
    if (!window.isSecureContext) return '这个网址不是 https 开头的，浏览器不让存。看下面“用 U 盘带走”。'
    if (wechat) return '微信里存不了。点右上角的三个点，选“在浏览器打开”，再到这一页来存。'
    return '这个浏览器存不了。换手机自带的浏览器、Chrome 或者 Safari；无痕窗口也存不了。'
  }

  /* The worker tells how far it is; `last` is what it said last in this attempt. */
  let last = {}
  let bar = make('progress', {})
  let count = make('p', {})
  const withSheets = worker => /\?sheets$/.test(worker.scriptURL)

  function hear(event) {
    last = Object.assign(last, event.data)
    if (!last.of) return
    bar.max = last.of
    bar.value = last.done
    count.textContent = '第 ' + last.done + ' 个，共 ' + last.of + ' 个'
  }

  function begin(sizes, all) {
    bar = make('progress', { 'aria-label': '存了多少' })
    count = make('p', { 'aria-live': 'off' }, '就要开始了……')
    say('正在存，别关这一页。', bar, count)
    here.focus()
    if (window.navigator.storage && window.navigator.storage.persist) {
      window.navigator.storage.persist().catch(() => { /* kept as long as there is room */ })
    }
    attempt(sizes, all)
  }

  function attempt(sizes, all) {
    last = {}
    copies.workers.register(copies.address('sw.js') + (all ? '?sheets' : ''), { updateViaCache: 'none' })
      .then(ours => follow(ours.installing || ours.waiting || ours.active, ours, sizes, all))
      .catch(() => stopped(sizes, all))
  }

  function follow(worker, ours, sizes, all) {
    function look() {
      if (worker.state === 'installed' && ours.active) worker.postMessage('take over')
      if (worker.state === 'activated') done(sizes, all)
      /* A browser gives a worker minutes, a weak signal takes longer: go on as long as something comes. */
      if (worker.state === 'redundant') (last.fresh && !last.full ? attempt : stopped)(sizes, all)
    }
    worker.addEventListener('statechange', look)
    look()
  }

  function stopped(sizes, all) {
    const why = last.full ? '手机里空的地方不够。腾出一些，再点“接着存”。'
      : '没有存完：断了网，或者网站正好在换新。存下的都在，不用重下。'
    say(why, buttons(button('接着存', '', false, () => begin(sizes, all))))
    here.focus()
  }

  function done(sizes, all) {
    say(all ? '存好了：网页、讲义、图片都在这台手机里。关掉网，打开试一试。' : '存好了：网页都在这台手机里。关掉网，打开试一试。',
      buttons(
        !all && sizes && button('讲义和图片也存下来', '再用 ' + megabytes(sizes.sheets.bytes), false, () => begin(sizes, true)),
        button('从手机上拿掉', '', true, () => remove(sizes))))
    here.focus()
  }

  function remove(sizes) {
    const shelves = 'cunbo ' + copies.address('') + ' '
    copies.ours().then(ours => ours && ours.unregister())
      .then(() => window.caches.keys())
      .then(names => Promise.all(names.filter(one => one.startsWith(shelves)).map(one => window.caches.delete(one))))
      .then(() => ask(sizes, '拿掉了。要用的时候再来存。'))
      .catch(() => say('没有拿掉。关掉浏览器，再来一次。'))
  }

  function ask(sizes, before) {
    if (!sizes) {
      say(before || '现在连不上网，等有了网再来存。')
      return
    }
    const both = sizes.pages.bytes + sizes.sheets.bytes
    say(before || '点一下，以后这台手机没有网也能看。电脑也行。', buttons(
      button('只存网页', megabytes(sizes.pages.bytes) + '，' + sizes.pages.files + ' 个文件', false, () => begin(sizes, false)),
      button('网页、讲义、图片都存', megabytes(both) + '，连着无线网再点', true, () => begin(sizes, true))))
  }

  if (!copies) {
    say(whyNot())
    return
  }
  copies.workers.addEventListener('message', hear)
  const known = window.fetch(copies.address('sw.json')).then(one => one.json()).catch(() => null)
  Promise.all([known, copies.ours()]).then(([sizes, ours]) => {
    if (ours && ours.active) done(sizes, withSheets(ours.active))
    else if (sizes && !sizes.pages) say('这个网站没有开“存到手机”。看下面“用 U 盘带走”。')
    else ask(sizes)
  }).catch(() => say(whyNot()))
})(window.cunbo)
