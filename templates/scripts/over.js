/* What lies over the whole page is left by the way back, as readers with an Android telephone expect. A browser that
   keeps no such steps, or drops one that no finger has made, leaves the page as ever. */
(function (cunbo) {
  'use strict'
  const isOver = () => Boolean(window.history.state && window.history.state.over)

  /* `leave` is called when the reader goes back. Gives what is to be called when it is left otherwise. */
  cunbo.over = leave => {
    const back = () => {
      window.removeEventListener('popstate', back)
      leave()
    }
    try {
      /* A page that is loaded anew stands on the step that it had made. */
      if (!isOver()) window.history.pushState({ over: true }, '')
    } catch (refused) { /* in a frame, say */ }
    window.addEventListener('popstate', back)
    return () => {
      window.removeEventListener('popstate', back)
      if (isOver()) window.history.back()
    }
  }
})(window.cunbo)
