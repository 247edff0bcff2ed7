/* What class mode shows in each phase: the step that is on, the lesson that is over, one of another day. */
(function (cunbo) {
  'use strict'
  const { make, classClock: clock } = cunbo
  const { title, line, panel, step } = cunbo.classParts

  cunbo.classScreens = (rows, minutes) => {
    const on = seen => step(rows[seen.step], rows[seen.step + 1])

    function ended(seen, course) {
      const took = clock.taken(course, Date.now())
      return panel('下课了', line(`${clock.hour(course.began)} 到 ${clock.hour(seen.ends)}，${clock.standing(seen)}。`),
        make('ol', { class: 'plain' }, ...took.map((one, at) =>
          make('li', {}, `${title(rows[at])}：${minutes[at]} 分钟，用了 ${clock.digits(one)}`))),
        line('照着记到“上完课记一笔”。'))
    }

    function old(seen, course) {
      const day = new Date(course.began)
      return panel('上回的课还在',
        line(`${day.getMonth() + 1} 月 ${day.getDate()} 日 ${clock.hour(day)} 开的课，上到第 ${seen.step + 1} 步${course.ended ? '，下课了' : ''}。`),
        line('重新开始只是时间从头算，名单和小测到那两页去清。'))
    }

    return { ready: () => step(rows[0]), old, on, paused: on, ended }
  }
})(window.cunbo)
