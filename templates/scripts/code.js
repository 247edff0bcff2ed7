/* What was written on a page as one line of letters, to be sent through a chat: the version of the code, the
   lesson, the packed entries and a checksum. */
(function (cunbo) {
  'use strict'
  const VERSION = '1'
  const UNSEEN = /[\s\u200b-\u200f\u2060\ufeff]+/g
  const BEGINS = /CB(\d+)[:：]/
  const WHOLE = /CB\d+[:：]([\w-]+)[:：]([\w-]+)[:：]([0-9a-z]{7})/

  function packed(entries) {
    let signs = ''
    new TextEncoder().encode(JSON.stringify(entries)).forEach(byte => { signs += String.fromCharCode(byte) })
    return btoa(signs).replace(/\+/g, '-').replace(/\//g, '_').replace(/=/g, '')
  }

  function unpacked(letters) {
    const signs = atob(letters.replace(/-/g, '+').replace(/_/g, '/'))
    const found = JSON.parse(new TextDecoder().decode(Uint8Array.from(signs, sign => sign.charCodeAt(0))))
    const entries = {}
    Object.keys(found).forEach(key => {
      if (found[key] === 1 || typeof found[key] === 'string') entries[key] = found[key]
    })
    return entries
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
      if (begun[1] !== VERSION) throw new Error('这段码是另一版网页做的。两边换成一样新的网页，再来一次。')
      const parts = WHOLE.exec(run)
      if (!parts || cunbo.digest(parts[1] + parts[2]) !== parts[3]) {
        throw new Error('这段码不全，或者改动过。回去整段再复制一次。')
      }
      if (parts[1] !== this.lesson) throw new Error('这是 ' + parts[1] + ' 那一课的码，打开那一课再贴。')
      return unpacked(parts[2])
    },
  }
})(window.cunbo)
