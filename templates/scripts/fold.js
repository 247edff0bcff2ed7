/* Words as they are compared: full-width like half-width, upper like lower case, and none of the blanks that pages set
   between Chinese and Latin letters. Line breaks stay: sentences are not run together. `cunbo/pages/folded.py` folds
   what is searched in the same way. */
(function (cunbo) {
  'use strict'
  const LETTER = /[^][\u0300-\u036f\u3099\u309a]*/gu
  const HAN = /^[\u4e00-\u9fff]$/
  const NARROW = /[,:;!?()]/g
  const LONGEST = 200
  const wide = sign => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)
  const fold = text => text.normalize('NFKC').toLowerCase().replace(/[ \t\u200b\u2060\ufeff]/g, '').replace(NARROW, wide)

  cunbo.fold = fold

  /* What is asked for: all words of it are meant. Nobody asks for a whole page, but one may be pasted. */
  cunbo.wordsOf = query => query.slice(0, LONGEST).split(/\s+/).map(fold).filter(word => word)

  /* Where the words stand in a text, as pairs of start and end, in order, none over another. */
  cunbo.spots = (text, words) => {
    const whole = fold(text)
    if (!words.some(word => whole.indexOf(word) >= 0)) return []
    let folded = ''
    const from = []
    const to = []
    let at = 0
    const letters = text.match(LETTER) || []
    letters.forEach(letter => {
      const sign = HAN.test(letter) ? letter : fold(letter)
      for (let i = 0; i < sign.length; i++) {
        from.push(at)
        to.push(at + letter.length)
      }
      folded += sign
      at += letter.length
    })
    const found = []
    words.forEach(word => {
      for (let i = folded.indexOf(word); i >= 0; i = folded.indexOf(word, i + word.length)) {
        found.push([from[i], to[i + word.length - 1]])
      }
    })
    return joined(found.sort((one, other) => one[0] - other[0]))
  }

  function joined(spots) {
    const apart = []
    spots.forEach(spot => {
      const last = apart[apart.length - 1]
      if (last && spot[0] <= last[1]) last[1] = Math.max(last[1], spot[1])
      else apart.push(spot)
    })
    return apart
  }
})(window.cunbo)
