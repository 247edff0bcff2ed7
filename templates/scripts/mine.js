/* What a learner wrote and ticked on this page. A place is known by the words that stand at it: what was written
   stays with them when the lesson is changed around it. Text for what is written, 1 for a tick. */
(function (cunbo) {
  'use strict'
  const places = []
  const told = {}
  const watchers = []
  let lasting = true

  /* A short name for a text of any length (FNV-1a), seven letters and figures. */
  cunbo.digest = text => {
    let sum = 0x811c9dc5
    for (let at = 0; at < text.length; at++) sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193)
    return ('000000' + (sum >>> 0).toString(36)).slice(-7)
  }

  /* Whatever else a device may have kept under that name is none of ours. */
  cunbo.mineOf = found => {
    const all = Object(found)
    const fits = Object.keys(all).filter(key => all[key] === 1 || (all[key] && typeof all[key] === 'string'))
    return fits.reduce((mine, key) => Object.assign(mine, { [key]: all[key] }), {})
  }

  const entries = () => cunbo.mineOf(cunbo.kept.get('mine'))

  function write(all, shown) {
    lasting = cunbo.kept.put('mine', Object.keys(all).length ? all : undefined)
    shown.forEach(place => place.show(all[place.key]))
    watchers.forEach(watcher => watcher())
  }

  function refresh() {
    const all = entries()
    places.forEach(place => place.show(all[place.key]))
    watchers.forEach(watcher => watcher())
  }

  cunbo.kept.watch(refresh)
  window.addEventListener('pageshow', event => { if (event.persisted) refresh() })

  cunbo.mine = {
    places,
    entries,
    /* Whether what was last written will be there after the page was shut. */
    lasts: () => lasting,
    watch: watcher => watchers.push(watcher),
    /* A place to fill, by the words at it. `show` is given what it holds, now and after every change that came
       from elsewhere; what is returned keeps a new value. */
    place(words, show) {
      told[words] = (told[words] || 0) + 1
      const name = told[words] > 1 ? words + '（第 ' + told[words] + ' 处）' : words
      const key = cunbo.digest(name)
      places.push({ key, name, show })
      show(entries()[key])
      return value => {
        const all = entries()
        if (value) all[key] = value
        else delete all[key]
        write(all, [])
      }
    },
    replace: all => write(all, places),
  }
})(window.cunbo)
