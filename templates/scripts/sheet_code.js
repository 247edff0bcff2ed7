/* The code that is printed on a sheet, as it is typed, and what it tells about that sheet. The last sign of a code
   is such that the sum of places, from the right, times signs is nothing: one slip of the hand never is. */
(function (cunbo) {
  'use strict'
  const LENGTH = 14
  const READ_AS = { I: '1', L: '1', O: '0', U: 'V', Z: '2' }

  const clean = typed => typed.normalize('NFKC').toUpperCase().replace(/[^0-9A-Z]/g, '').replace(/[ILOUZ]/g, sign => READ_AS[sign])

  /* `known` is what the site knows of its own sheets. What is answered has a `say`, one of short, slip, elsewhere,
     unknown, ahead, current and old, and beside it what belongs to that. */
  cunbo.sheetReader = known => typed => {
    const signs = clean(typed)
    const number = part => Array.from(part).reduce((sum, sign) => sum * known.signs.length + known.signs.indexOf(sign), 0)
    const sum = Array.from(signs).reverse().reduce((all, sign, at) => all + (at + 1) * known.signs.indexOf(sign), 0)
    if (signs.length !== LENGTH) return { say: 'short', length: signs.length, of: LENGTH }
    if (sum % known.signs.length) return { say: 'slip' }
    const state = known.sheets[signs.slice(0, 5)], day = number(signs.slice(10, 13))
    const [here, anywhere] = known.places, place = signs.slice(5, 7)
    if (place !== here && place !== anywhere) return { say: 'elsewhere' }
    if (!state) return { say: 'unknown' }
    const sheet = { lesson: state[2], kind: state[3], file: state[4], day, now: state[1] }
    if (signs.slice(7, 10) === state[0]) return Object.assign({ say: 'current' }, sheet)
    if (day > state[1]) return Object.assign({ say: 'ahead' }, sheet)
    const changes = (known.changes[state[2]] || []).filter(change => change[0] > day)
    return Object.assign({ say: 'old', changes, shared: place === anywhere }, sheet)
  }
})(window.cunbo)
