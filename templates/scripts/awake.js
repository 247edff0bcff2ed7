/* Keeps the screen on while it is wanted, where the engine can; a lock is lost whenever the page is out of sight. */
(function (cunbo) {
  'use strict'
  const { wakeLock } = navigator
  let wanted = false, lock = null

  function hold() {
    if (!wanted || lock || document.hidden || !wakeLock) return
    lock = wakeLock.request('screen')
    lock.then(got => {
      got.addEventListener('release', () => {
        lock = null
        hold()
      })
      if (!wanted) got.release()
    }).catch(() => { lock = null /* the phone saves its battery */ })
  }

  document.addEventListener('visibilitychange', hold)

  cunbo.stayAwake = want => {
    wanted = want
    if (want) hold()
    else if (lock) lock.then(got => got.release()).catch(() => { /* it had none */ })
  }
})(window.cunbo)
