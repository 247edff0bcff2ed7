/* Keeps the screen on while it is wanted, where the engine can; a lock is lost whenever the page is out of sight. */
(function (cunbo) {
  'use strict'
  const { wakeLock } = navigator
  let wanted = false, lock = null

  function hold() {
    if (!wanted || lock || document.hidden || !wakeLock) return
    wakeLock.request('screen').then(got => {
      if (!wanted) return got.release()
      lock = got
      got.addEventListener('release', () => { lock = null })
    }).catch(() => { /* the phone saves its battery */ })
  }

  document.addEventListener('visibilitychange', hold)

  cunbo.stayAwake = want => {
    wanted = want
    if (want) hold()
    else if (lock) lock.release()
  }
})(window.cunbo)
