/* How a script runs past its reader: words in, how far and how long out. This piece knows no page and no clock;
   moments are in milliseconds, as they are handed in. */
(function (cunbo) {
  'use strict'
  const MINUTE = 60000
  const UNSAID = /[\s，。！？、；：“”‘’「」（）《》【】…—·,.!?;:'"()~-]/g
  const SENTENCE = /[^。！？!?；;…]*[。！？!?；;…]*[”’」"]?/g

  const said = text => Array.from(text.replace(UNSAID, '')).length

  /* The lines that have something to say, each with how many characters are said before it and in it; where its
     sentences begin; and how many there are in all. */
  function laidOut(script) {
    const lines = [], beats = []
    let total = 0
    script.split('\n').map(line => line.trim()).filter(said).forEach(text => {
      let at = total
      text.match(SENTENCE).filter(said).forEach(sentence => {
        beats.push(at)
        at += said(sentence)
      })
      lines.push({ text, from: total, count: at - total })
      total = at
    })
    return { lines, beats, total }
  }

  /* A run: `done` characters were said at the moment `since`, or stand still where `since` is null. */
  const begun = (speed, at) => ({ speed, done: at || 0, since: null })
  const reached = (run, now) => run.since === null ? run.done : run.done + (now - run.since) * run.speed / MINUTE
  const going = (run, now) => ({ speed: run.speed, done: run.done, since: now })
  const standing = (run, now) => ({ speed: run.speed, done: reached(run, now), since: null })
  const moved = (run, now, at) => ({ speed: run.speed, done: at, since: run.since === null ? null : now })
  const paced = (run, now, speed) => ({ speed, done: reached(run, now), since: run.since === null ? null : now })

  /* Back to where the sentence began, or the one before it if this has hardly begun. */
  function back(beats, at) {
    const before = beats.filter(beat => beat < at - 2)
    return before.length ? before[before.length - 1] : 0
  }

  function ahead(beats, at, total) {
    const after = beats.filter(beat => beat > at)
    return after.length ? after[0] : total
  }

  const seconds = (characters, speed) => Math.ceil(Math.round(characters * MINUTE / speed) / 1000)

  function inWords(all) {
    const minutes = Math.floor(all / 60), rest = all % 60
    return [minutes ? minutes + ' 分' : '', rest || !minutes ? rest + ' 秒' : ''].join(' ').trim()
  }

  cunbo.pace = { laidOut, begun, reached, going, standing, moved, paced, back, ahead, seconds, inWords }
})(window.cunbo)
