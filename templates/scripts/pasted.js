/* The field of a page where a script is pasted or typed: it stays on the device, and is read when the fingers rest. */
(function (cunbo) {
  'use strict'
  const make = cunbo.make
  const PAUSE = 300

  /* `words` stays on the device, says the page; `clearing` is on the button that takes all away; `read` hears when to
     read the field. */
  cunbo.pasted = (words, clearing, read) => {
    const input = make('textarea', { id: 'script', rows: '8', class: 'paste', spellcheck: 'false' })
    const clear = make('button', { type: 'button', class: 'button quiet' }, clearing)
    const keeping = make('p', { class: 'muted' })
    let timer = 0

    function keep() {
      const stays = cunbo.kept.put('script', input.value || undefined)
      keeping.textContent = words + '只留在这台设备的浏览器里，哪儿也不发。'
        + (stays ? '' : '这个浏览器存不住，关了页面就没了。')
    }

    function settle() {
      window.clearTimeout(timer)
      timer = 0
      keep()
      read()
    }

    input.value = cunbo.kept.text('script')
    input.addEventListener('input', () => {
      window.clearTimeout(timer)
      timer = window.setTimeout(settle, PAUSE)
    })
    /* Only what was typed last: another window with this page may have written since. */
    window.addEventListener('pagehide', () => { if (timer) keep() })
    clear.addEventListener('click', () => {
      input.value = ''
      settle()
      input.focus()
    })
    return { input, clear, keeping, settle }
  }
})(window.cunbo)
