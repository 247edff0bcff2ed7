/* The clock of a class. No page, no timer: what was done and when goes in, what stands on the screen comes out.
   A class is `began` and, for each step reached, [when it began, minutes added]; `paused` and `ended` are since
   when, if so. Times are milliseconds since 1970, so a lock, a reload or a sleeping tab takes nothing away.
   A plan is the `minutes` of each step and the minutes of `slack` at the end. */
(function (cunbo) {
  'use strict'
  const MINUTE = 60000
  const TOO_OLD = 12 * 60 * MINUTE

  const total = minutes => minutes.reduce((sum, one) => sum + one, 0)
  const last = list => list[list.length - 1]
  const but = (course, changes) => Object.assign({}, course, changes)
  const moved = (steps, by) => steps.map(([from, more]) => [from + by, more])

  function resumed(course, now) {
    if (!course.paused) return course
    return but(course, { steps: moved(course.steps, Math.max(0, now - course.paused)), paused: 0 })
  }

  const changes = {
    begin: (course, now) => ({ began: now, steps: [[now, 0]], paused: 0, ended: 0 }),
    /* After the last step comes the end. Who steps on while the clock stands, finds it standing. */
    next: (course, now, plan) => {
      if (course.ended) return course
      if (course.steps.length === plan.minutes.length) return but(resumed(course, now), { ended: now })
      return but(course, { steps: course.steps.concat([[course.paused || now, 0]]) })
    },
    /* As if the last step forward had never been taken. */
    back: course => {
      if (course.ended) return but(course, { ended: 0 })
      return course.steps.length > 1 ? but(course, { steps: course.steps.slice(0, -1) }) : course
    },
    /* Stops, and goes on: what comes after moves by as long as it stood. */
    pause: (course, now) => course.ended ? course : course.paused ? resumed(course, now) : but(course, { paused: now }),
    more: course => {
      const [from, more] = last(course.steps)
      return but(course, { steps: course.steps.slice(0, -1).concat([[from, more + 1]]) })
    },
    /* Another day: where it was paused, else at the beginning of the step reached; the days between are nobody's. */
    takeUp: (course, now) => {
      if (course.ended) return course
      const by = now - (course.paused || last(course.steps)[0])
      return but(course, { began: course.began + by, steps: moved(course.steps, by), paused: 0 })
    },
  }

  const areTimes = (all, count) => Array.isArray(all) && all.length === count && all.every(Number.isFinite)

  /* Whether what a device kept is a class of this plan. */
  function holds(course, plan) {
    const steps = course && course.steps
    return Array.isArray(steps) && steps.length > 0 && steps.length <= plan.minutes.length &&
      steps.every(one => areTimes(one, 2)) && areTimes([course.began, course.paused, course.ended], 3)
  }

  /* The time of the device was set, and the class goes along: each of its times by as much. */
  function along(course, by) {
    const set = time => time && time + by
    return { began: course.began + by, steps: moved(course.steps, by), paused: set(course.paused), ended: set(course.ended) }
  }

  /* Nothing of a class comes after now. Where it does, the time of the device was set back, and the class goes back
     with it. `seen` is when it was looked at last. */
  function setBack(course, now, seen) {
    const by = now - Math.max(seen, last(course.steps)[0], course.paused, course.ended)
    return by < 0 ? along(course, by) : course
  }

  /* What there is to see now. `left` of the step, below 0 once it is over; `late` against the plan, below 0 when
     early; `spare` is the slack not used up, below 0 what the end is put off by; `ends` is when, by the clock. */
  function look(course, now, plan) {
    const at = course.steps.length - 1
    const [from, more] = course.steps[at]
    const full = (plan.minutes[at] + more) * MINUTE
    const left = Math.min(full, from + full - (course.ended || course.paused || now))
    const planned = course.began + total(plan.minutes) * MINUTE
    const done = course.ended || now + Math.max(0, left) + total(plan.minutes.slice(at + 1)) * MINUTE
    const late = done - planned
    const spare = plan.slack * MINUTE - late
    const ends = course.ended || planned + plan.slack * MINUTE + Math.max(0, -spare)
    const phase = course.ended ? 'ended' : course.paused ? 'paused' : 'on'
    return { step: at, left, late, spare, ends, phase, toEnd: ends - now, old: Boolean(course.ended) || now - course.began > TOO_OLD }
  }

  /* How long each step took that was reached, in milliseconds, without the pauses. */
  const taken = (course, now) => course.steps.map(([from], at) => {
    const next = course.steps[at + 1]
    return (next ? next[0] : course.ended || course.paused || now) - from
  })

  const two = number => (number < 10 ? '0' : '') + number
  const minutes = time => Math.floor(Math.abs(time) / MINUTE)

  /* 7:05 is left; a step that is over counts up from 0:00. */
  function digits(time) {
    const seconds = time > 0 ? Math.ceil(time / 1000) : Math.floor(-time / 1000)
    return Math.floor(seconds / 60) + ':' + two(seconds % 60)
  }

  const hour = time => new Date(time).getHours() + ':' + two(new Date(time).getMinutes())

  /* How the class stands against its plan, in one sentence. After its end the slack is nobody's concern. */
  function standing(seen) {
    const late = minutes(seen.late)
    const spare = `机动还有 ${minutes(seen.spare)} 分钟`
    if (seen.phase === 'ended') return seen.late >= MINUTE ? `拖了 ${late} 分钟` : seen.late <= -MINUTE ? `快了 ${late} 分钟` : '不早不晚'
    if (seen.late <= -MINUTE) return `快了 ${late} 分钟，${spare}`
    if (seen.late < MINUTE) return seen.spare < MINUTE ? '不早不晚' : `不早不晚，${spare}`
    return `拖了 ${late} 分钟，${seen.spare < 0 ? '下课推到' : spare + '，照样'} ${hour(seen.ends)}${seen.spare < 0 ? '' : ' 下课'}`
  }

  /* Milliseconds till digits of one of these times change. */
  const nextChange = times => Math.min(...times.map(time => (time % 1000 + 1000) % 1000 || 1000))

  cunbo.classClock = { changes, holds, along, setBack, look, taken, digits, hour, standing, nextChange, total }
})(window.cunbo)
