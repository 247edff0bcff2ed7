/* A copy on the device does not change under a reader's eyes: a newer one waits till it is asked for. */
(function (cunbo) {
  'use strict'
  let workers
  try {
    workers = window.navigator.serviceWorker
  } catch (inASandbox) { /* as if there were none */ }
  const address = file => new URL(cunbo.address(file), window.location.href).href

  /* The copies that this device keeps of the site; undefined where it can keep none. */
  cunbo.copies = workers && window.location.protocol !== 'file:' && {
    workers,
    address,
    /* What looks after the copy, or nothing: another site's may stand above it. */
    ours: () => workers.getRegistration(address('')).then(one => one && one.scope === address('') ? one : undefined),
  }
  if (!cunbo.copies || !workers.controller) return

  function offer(ours, newer) {
    if (!newer || !ours.active || newer.scriptURL !== ours.active.scriptURL || document.querySelector('.newer')) return
    const button = cunbo.make('button', { type: 'button' }, '有新的一版，换上')
    button.addEventListener('click', () => newer.postMessage('take over'))
    const main = document.querySelector('main')
    main.insertBefore(cunbo.make('p', { class: 'newer', role: 'status' }, button), main.firstChild)
  }

  cunbo.copies.ours().then(ours => {
    if (!ours) return
    offer(ours, ours.waiting)
    ours.addEventListener('updatefound', () => {
      const newer = ours.installing
      newer.addEventListener('statechange', () => { if (newer.state === 'installed') offer(ours, newer) })
    })
    let reloading = false
    workers.addEventListener('controllerchange', () => {
      if (!reloading) window.location.reload()
      reloading = true
    })
  }).catch(() => { /* then the page is read as it is */ })
})(window.cunbo)
