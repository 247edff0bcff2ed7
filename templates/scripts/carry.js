/* What was written and ticked here goes to another device as a code or a file, or goes away. */
(function (cunbo) {
  'use strict'
  const mine = cunbo.mine
  const page = document.querySelector('.page.lesson')
  if (!page || !mine.places.length) return
  const make = cunbo.make
  const counted = make('p', { role: 'status' })
  const said = make('p', { role: 'status' })
  const code = make('textarea', { readonly: '', rows: 3, 'aria-label': '这一页的码' })
  const pasted = make('textarea', { rows: 3, 'aria-label': '把码贴在这里', placeholder: '把码贴在这里' })
  const offered = make('div')
  const back = button('撤回', () => undo())
  let undo

  function button(told, act) {
    const made = make('button', { type: 'button', class: 'button quiet' }, told)
    made.addEventListener('click', act)
    return made
  }

  function counts(entries) {
    const values = Object.keys(entries).map(key => entries[key])
    const ticks = values.filter(value => value === 1).length
    return '写了 ' + (values.length - ticks) + ' 处，打了 ' + ticks + ' 个钩'
  }

  function tell() {
    const none = !Object.keys(mine.entries()).length
    cunbo.tell(counted, (none ? '这一页还没写。' : '这一页' + counts(mine.entries()) + '。') +
      (mine.lasts() ? '只存在这里，别人看不见。' : '这里存不住，关掉就没了：要留，先复制成码。'))
    code.hidden = true
    if (offered.firstChild) look()
  }

  /* Puts other entries in the place of all there are. Taken back, what was written since then stays. */
  function exchange(entries, told) {
    const before = mine.entries()
    /* Of a second tap nothing is to be taken back: that would be the way back of the first. */
    said.textContent = told
    if (JSON.stringify(before) === JSON.stringify(entries)) return
    mine.replace(entries)
    back.hidden = false
    undo = () => {
      const now = mine.entries()
      const since = Object.keys(now).filter(key => now[key] !== entries[key])
      since.forEach(key => { before[key] = now[key] })
      mine.replace(before)
      said.textContent = '撤回了。'
      summary.focus()
      back.hidden = true
    }
  }

  function copy() {
    code.value = cunbo.code.of(mine.entries())
    code.hidden = false
    code.select()
    said.textContent = document.execCommand('copy') ? '复制好了。到聊天里贴给自己，在别的手机上复制下来。'
      : '码在下面，全选了复制。'
  }

  function save() {
    const entries = mine.entries()
    const lines = mine.places.filter(place => entries[place.key])
      .map(place => place.name + '：' + (entries[place.key] === 1 ? '✓' : entries[place.key]))
    const text = [document.title].concat(lines, '', '下面这段是码，别改：', cunbo.code.of(entries), '').join('\r\n')
    const link = make('a', { download: cunbo.code.lesson + '-我写的.txt' })
    link.href = URL.createObjectURL(new Blob(['\ufeff' + text], { type: 'text/plain' }))
    page.appendChild(link)
    link.click()
    page.removeChild(link)
    said.textContent = '存好了，在这台手机的“下载”里。'
  }

  function empty(element) {
    while (element.firstChild) element.removeChild(element.firstChild)
  }

  /* Says what would be lost before anything is. */
  function look() {
    empty(offered)
    let found
    try {
      found = cunbo.code.read(pasted.value)
    } catch (refused) {
      said.textContent = refused.message
      return
    }
    const now = mine.entries()
    const lost = mine.places.filter(({ key }) => now[key] && found[key] && now[key] !== found[key])
    cunbo.tell(said, '码里' + counts(found) + '。' + (lost.length ? '这几处这里也写了，会换成码里的：' : '这里写的都还在。'))
    if (lost.length) offered.appendChild(make('ul', {}, ...lost.map(place => make('li', {}, place.name))))
    offered.appendChild(button('拿过来', () => {
      empty(offered)
      pasted.value = ''
      exchange(Object.assign(mine.entries(), found), '拿过来了。')
      ;(back.hidden ? summary : back).focus()
    }))
  }

  function from(chosen) {
    const reader = new FileReader()
    reader.onload = () => {
      pasted.value = reader.result
      look()
    }
    reader.readAsText(chosen)
  }

  const file = make('input', { type: 'file', accept: '.txt,text/plain', hidden: '' })
  file.addEventListener('change', () => {
    if (file.files[0]) from(file.files[0])
    file.value = ''
  })

  const summary = make('summary', {}, '我写的：带到别的手机，或清掉')
  back.hidden = true
  page.insertBefore(
    make('details', { class: 'fold carry' }, summary, counted,
      make('p', { class: 'actions' }, button('复制成一段码', copy), button('存成文件', save),
        button('清掉', () => exchange({}, '清掉了。'))),
      code,
      make('p', {}, '在别的手机上写过，拿到这里来：'),
      pasted, make('p', { class: 'actions' }, button('看看码里有什么', look),
        button('从文件里拿', () => file.click()), file),
      said, offered, back),
    page.querySelector('.facts, .needs, .on-paths, .fold:not(.elder), .neighbours'))
  mine.watch(tell)
  tell()
})(window.cunbo)
