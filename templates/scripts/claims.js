/* What of a script is over a red line: found as `cunbo check` finds it (cunbo/checks/phrases.py), with its words and
   by its expressions, which come from there as data. Words in, places out: this piece knows no page. */
(function (cunbo) {
  'use strict'
  /* No denial reaches over so many signs: what stands before them need not be read for every word anew. */
  const REACH = 99

  function matches(pattern, text) {
    const found = []
    pattern.lastIndex = 0
    for (let one = pattern.exec(text); one; one = pattern.exec(text)) found.push(one)
    return found
  }

  /* A text without blanks, wide letters and capitals, and where each sign of it stood. */
  function reader(grammar) {
    return text => {
      const places = []
      let read = ''
      for (let place = 0; place < text.length; place++) {
        if (grammar.blanks.indexOf(text[place]) >= 0) continue
        const letter = grammar.wide.indexOf(text[place])
        read += letter < 0 ? text[place] : grammar.narrow[letter]
        places.push(place)
      }
      return { read, places }
    }
  }

  function alternatives(words, asRead) {
    const longestFirst = words.map(word => asRead(word).read).sort((one, other) => other.length - one.length)
    return longestFirst.map(word => word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')).join('|') || '(?!)'
  }

  /* Takes what `red-lines-data.js` holds; gives a function from a script to its claims, in order:
     each the red line, the number of the line, the word, and from where to where it stands in that line.
     `unread` are the lines told as somebody else's. */
  cunbo.redLineReader = known => {
    const grammar = known.grammar
    const all = name => new RegExp(grammar[name], 'gu')
    const any = name => new RegExp(grammar[name], 'u')
    const ends = all('ends'), quoted = all('quoted'), noDenial = all('noDenial')
    const denied = any('denied'), talkedAbout = any('talkedAbout'), takenBack = any('takenBack')
    const allQuoted = new RegExp('^(?:' + grammar.allQuoted + ')$', 'u'), speaker = any('speaker')
    const asRead = reader(grammar)
    const judges = known.lines.map(line => {
      const skipped = alternatives(known.harmless, asRead), wanted = alternatives(line.words, asRead)
      return { line, pattern: new RegExp('(?:' + skipped + ')|(' + wanted + ')', 'gu') }
    })

    function clauses(text) {
      const whole = allQuoted.exec(text)
      const start = whole ? text.search(/[“「"]/) + 1 : 0
      const said = whole ? whole[1] : text
      const bare = said.replace(quoted, quotation => '□'.repeat(quotation.length))
      return matches(ends, bare).map(piece => ({
        bare: piece[0],
        text: said.slice(piece.index, piece.index + piece[0].length),
        start: start + piece.index,
      }))
    }

    function isMeant(said, found) {
      const after = said.slice(found.index + found[0].length)
      if (denied.test(said.slice(Math.max(0, found.index - REACH), found.index).replace(noDenial, '□'))) return false
      return !grammar.undone.concat('不' + found[1]).some(end => after.startsWith(end))
    }

    function claimed(text) {
      const found = []
      const whole = asRead(text)
      clauses(whole.read).forEach(clause => {
        if (takenBack.test(clause.bare)) return
        const said = talkedAbout.test(clause.bare.replace(noDenial, '')) ? clause.bare : clause.text
        judges.forEach(judge => matches(judge.pattern, said).forEach(one => {
          if (!one[1] || !isMeant(said, one)) return
          const start = clause.start + one.index
          const from = whole.places[start], to = whole.places[start + one[0].length - 1] + 1
          found.push({ line: judge.line, word: text.slice(from, to), from, to })
        }))
      })
      return found.sort((one, other) => one.from - other.from || one.to - other.to)
    }

    function isTheirs(text) {
      const said = speaker.exec(text)
      return Boolean(said) && known.theirLines.some(word => said[0].indexOf(word) >= 0)
    }

    return script => {
      const claims = [], unread = []
      script.split('\n').forEach((text, row) => {
        if (isTheirs(text)) unread.push(row)
        else claimed(text).forEach(claim => claims.push(Object.assign({ row }, claim)))
      })
      return { claims, unread }
    }
  }
})(window.cunbo)
