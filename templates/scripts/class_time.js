/* By how much the time of a device was set forward. With the page in sight all the while it ticks, and the clock that
   nobody sets has counted the same: what the time of day is ahead was set. Out of sight the device may have slept, and
   that clock with it: then the time of day is believed, as it is by a portable computer that was shut. */
(function (cunbo) {
  'use strict'
  const JUMP = 5000

  /* Gives what tells it at each look, since the look before; with `now` by the time of day. */
  cunbo.setForward = () => {
    let at = 0, ran = 0, unseen = true
    const losesSight = () => { unseen = true }
    document.addEventListener('visibilitychange', losesSight)
    window.addEventListener('pageshow', losesSight)
    return now => {
      const runs = window.performance.now()
      const by = now - at - (runs - ran)
      const isSet = !unseen && by > JUMP
      at = now
      ran = runs
      unseen = document.hidden
      return isSet ? by : 0
    }
  }
})(window.cunbo)
