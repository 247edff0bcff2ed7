/* What was written on a page as one line of letters, to be sent through a chat: the version of the code, the
   lesson, the packed entries and a checksum. */
(function (cunbo) {
  'use strict'
  const VERSION = '1'
  const UNSEEN = /[\s\u200b-\u200f\u2060\ufeff]+/g
  const BEGINS = /CB(\d+)[:：]/
  const WHOLE = /CB(\d+)[:：]([\w-]+)[:：]([\w-]+)[:：]([0-9a-z]{7})/g
  const NOT_WHOLE = '这段码不全，或者改动过。回去整段再复制一次。'

  function packed(entries) {
    let signs = ''
    new TextEncoder().encode(JSON.stringify(entries)).forEach(byte => { signs += String.fromCharCode(byte) })
    return btoa(signs).replace(/\+/g, '-').replace(/\//g, '_').replace(/=/g, '')
  }

  function unpacked(letters) {
    const signs = atob(letters.replace(/-/g, '+').replace(/_/g, '/'))
    return cunbo.mineOf(JSON.parse(new TextDecoder().decode(Uint8Array.from(signs, sign => sign.charCodeAt(0)))))
  }

  /* All codes in a text that are whole: what it is of, and the letters. A chat may be pasted with several. */
  function codes(text) {
    const found = []
    text.replace(WHOLE, (code, version, lesson, letters, sum) => {
      if (version === VERSION && cunbo.digest(lesson + letters) === sum) found.push({ lesson, letters })
    })
    return found
  }

  cunbo.code = {
    lesson: document.documentElement.dataset.page.replace(/^.*\/|\.html$/g, ''),
    of(entries) {
      const letters = packed(entries)
      return ['CB' + VERSION, this.lesson, letters, cunbo.digest(this.lesson + letters)].join(':')
    },
    /* The entries in a text that has a code somewhere; otherwise throws an Error that says in plain words why not. */
    read(text) {
      const run = text.replace(UNSEEN, '')
      const begun = BEGINS.exec(run)
      if (!begun) throw new Error('没有找到码。码是 CB 开头的一长串，整段复制过来。')
      const whole = codes(run)
      const ours = whole.filter(code => code.lesson === this.lesson).pop()
      if (!whole.length && begun[1] !== VERSION) throw new Error('这段码是另一版网页做的。两边换成一样新的网页，再来一次。')
      if (!whole.length) throw new Error(NOT_WHOLE)
      if (!ours) throw new Error('这是 ' + whole[0].lesson + ' 那一课的码，打开那一课再贴。')
      try {
        return unpacked(ours.letters)
      } catch (madeUp) {
        throw new Error(NOT_WHOLE)
      }
    },
  }
})(window.cunbo)
