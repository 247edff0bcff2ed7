"""What the trainer holds: the plan, with the words to say, the names to tick, the answers."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from cunbo.documents.columns import shared
from cunbo.documents.desk import WritingDesk
from cunbo.documents.flow import set_blocks
from cunbo.documents.lines import empty_cells, ruled, write_lines
from cunbo.documents.parts import labelled, lesson_title, section, step_section, track_line
from cunbo.documents.wordml import Element, GridRow, mm, paragraph, run
from cunbo.model.base import Sentence
from cunbo.model.lesson import Guest, Trial, Trouble
from cunbo.telling.next_time import NextTime
from cunbo.telling.quiz import Answer
from cunbo.telling.run_sheet import TrainerStep
from cunbo.telling.views import LearnerCriterion, TrainerLesson

_APPENDIX = 14
_NAMES, _ROW = 8, mm(8)
_MOST_IN_WORDS, _MOST_COLUMNS = 5, 10
"""Criteria that each have a column wide enough for words, or for a number."""
_LONGEST_HEAD = 60
_NUMERALS = "一两三四五六七八九十"


def plan(view: Any, at: WritingDesk) -> Iterator[Element]:
    """The whole plan of a lesson."""
    told: TrainerLesson = view.plan
    yield from _top(told, at)
    yield from _before(told, at)
    if told.learner.scene:
        yield from section(at, run("先听一件事"), aside="没到点先念，边等人边发讲义")
        yield paragraph(*at.at_least(14).words(told.learner.scene), style="Said")
    for step in told.steps:
        yield from _step(step, at)
    yield from _after(told, at)
    if view.law:
        numbers = "、".join(str(one.number) for one in view.law)
        yield paragraph(at.plain("依据　", bold=True), at.plain(f"《法规册》第 {numbers} 条。"))
    yield from _record(told, at)
    yield from _appendices(told, at)


def _top(told: TrainerLesson, at: WritingDesk) -> Iterator[Element]:
    yield from track_line(told.learner.head, at, "培训员用")
    yield from lesson_title(told.learner.head, at)
    if told.learner.objectives:
        yield from _heard(at, "学完能", told.learner.objectives)


def _heard(at: WritingDesk, label: str, sentences: Iterable[Sentence]) -> Iterator[Element]:
    yield paragraph(*at.label(label), keep=True)
    for one in sentences:
        yield paragraph(*at.words(one), style="Points")


def _before(told: TrainerLesson, at: WritingDesk) -> Iterator[Element]:
    for day, due in told.prepare:
        yield from _to_tick(at, day, (at.words(one) for one in due))
    many = _NUMERALS[len(told.done_when) - 1 :][:1] or "几"
    yield from _to_tick(at, f"讲完看这{many}样", (at.words(one) for one in told.done_when))
    if told.things:
        things = (
            (
                *at.words(one.thing),
                at.plain(f"：{one.for_8} {one.unit}，{one.for_16} {one.unit}"),
            )
            for one in told.things
        )
        yield from _to_tick(at, "屋里要有（8 个人，16 个人）", things)
    if told.always_there:
        words = [
            word
            for n, one in enumerate(told.always_there)
            for word in (at.plain("、" * bool(n)), *at.words(one))
        ]
        yield paragraph(at.plain("每课都要有　", bold=True), *words)


def _to_tick(
    at: WritingDesk, title: str, sentences: Iterable[Iterable[Element]]
) -> Iterator[Element]:
    items = list(sentences)
    if items:
        yield paragraph(at.plain(title, bold=True), keep=True)
    for one in items:
        yield paragraph(*one, style="Ticks")


def _step(step: TrainerStep, at: WritingDesk) -> Iterator[Element]:
    aside = f"{step.kind_name}　第 {step.start}–{step.end} 分钟"
    yield from step_section(step.number, step.title, aside, at)
    if step.in_hand:
        yield paragraph(at.plain(f"学员手里：讲义　{'、'.join(step.in_hand)}"), keep=True)
    if step.guest:
        yield from _guest(step.guest, at)
    if step.launch:
        loud = at.at_least(14)
        launch = (*at.label("开练前说"), *loud.words(step.launch, bold=True))
        yield paragraph(*launch, style="Boxed")
    if not step.doing:
        yield paragraph(at.plain(f"照讲义第 {step.number} 步做。"))
    yield from set_blocks(step.doing[1:] if step.launch else step.doing, at)
    if step.notes:
        yield paragraph(at.plain("容易出的岔子", bold=True), style="Aside", keep=True)
        for note in step.notes:
            yield paragraph(at.plain("■ "), *at.words(note), style="Aside")


def _guest(guest: Guest, at: WritingDesk) -> Iterator[Element]:
    yield paragraph(at.plain("请来　", bold=True), *at.words(guest.who))
    for one in guest.ask:
        yield paragraph(*at.words(one), style="Points")
    yield paragraph(at.plain("人没来　", bold=True), *at.words(guest.if_absent))


def _after(told: TrainerLesson, at: WritingDesk) -> Iterator[Element]:
    lesson = told.learner
    yield from _under("小测答案", (_answer(one, at) for one in told.answers), at)
    if lesson.criteria:
        yield from section(at, run("怎样算学会了"), aside="做到了打个钩")
        yield from _names_to_tick(lesson.criteria, at)
    if lesson.homework:
        yield from labelled(at, "回家做", (lesson.homework,))
    yield from _under("下回带什么", ([_next_time(one, at)] for one in told.next_times), at)
    yield from _under("学员问起来", ([_trouble(one, at)] for one in lesson.trouble), at)
    yield from _under("课后问一声", ([_ask_later(*one, at)] for one in told.follow_up), at)


def _under(title: str, parts: Iterable[Iterable[Element]], at: WritingDesk) -> Iterator[Element]:
    """A heading and what stands under it; nothing where that is nothing."""
    for number, part in enumerate(parts):
        if number == 0:
            yield from section(at, run(title))
        yield from part


def _trouble(one: Trouble, at: WritingDesk) -> Element:
    said = (*at.words(one.when, bold=True), at.plain("　"), *at.words(one.do))
    return paragraph(*said, style="Points")


def _ask_later(day: int, question: Sentence, at: WritingDesk) -> Element:
    return paragraph(at.plain(f"{day} 天　", bold=True), *at.words(question))


def _answer(answer: Answer, at: WritingDesk) -> Iterator[Element]:
    why = _chosen_for(answer.why, at)
    yield paragraph(
        at.plain(f"{answer.number}　", bold=True),
        *at.words(answer.ask),
        at.plain(f"　{answer.letter}　", bold=True),
        *at.words(answer.choice, bold=True),
        at.plain("　"),
        *at.words(answer.because),
        *why,
    )
    for one in answer.wrong:
        yield paragraph(
            at.plain(f"{one.letter}　"),
            *at.words(one.choice),
            *_chosen_for(one.why, at),
            hanging=mm(7),
        )


def _chosen_for(why: Sentence | None, at: WritingDesk) -> tuple[Element, ...]:
    return (at.plain("　有人选："), *at.words(why)) if why else ()


def _names_to_tick(criteria: tuple[LearnerCriterion, ...], at: WritingDesk) -> Iterator[Element]:
    told = [
        (*at.words(one.look_for, bold=True), at.plain("："), *at.words(one.passes))
        for one in criteria
    ]
    longest = max(len(at.said(one.look_for) + at.said(one.passes)) for one in criteria)
    if len(told) <= _MOST_IN_WORDS and longest <= _LONGEST_HEAD:
        heads = [(paragraph(*one, style="Cell"),) for one in told]
        yield from _grid(heads, at)
        return
    number = at.file.new_list()
    for one in told:
        yield paragraph(*one, style="Steps", number=number)
    for start in range(0, len(told), _MOST_COLUMNS):
        numbers = range(start + 1, min(start + _MOST_COLUMNS, len(told)) + 1)
        yield from _grid([at.cell(str(n), True, "Middle") for n in numbers], at)


def _grid(heads: list[tuple[Element, ...]], at: WritingDesk) -> Iterator[Element]:
    name = mm(28)
    widths = [name, *shared(at.width - name, [1.0] * len(heads))]
    head = GridRow((at.cell("名字", bold=True), *heads), head=True, keep=True)
    rows = (GridRow(empty_cells(len(widths)), _ROW, keep=n < _NAMES - 1) for n in range(_NAMES))
    return ruled(widths, head, rows)


def _next_time(one: NextTime, at: WritingDesk) -> Element:
    start = f"路径 {'、'.join(one.paths)}：{one.id} {one.title}。"
    if not one.bring:
        return paragraph(at.plain(f"{start}带什么，看那一课。"), style="Points")
    things = [
        word
        for n, thing in enumerate(one.bring)
        for word in (at.plain("；" * bool(n)), *at.words(thing))
    ]
    return paragraph(at.plain(f"{start}带："), *things, at.plain("。"), style="Points")


def _record(told: TrainerLesson, at: WritingDesk) -> Iterator[Element]:
    yield from _under("讲过的", ([_trial(one, at)] for one in told.tried), at)
    yield from section(at, run("上完课记一笔"), aside="拍下来，发给编课的人")
    asked = ("哪天＿＿＿＿＿", "来了＿＿＿ 个人", "拖了＿＿＿ 分钟", "卡在哪：")
    yield paragraph(at.plain("　".join(asked)), keep=True)
    yield from write_lines(2, at.width, at.write_gap)


def _trial(trial: Trial, at: WritingDesk) -> Element:
    start = f"{trial.held_on.isoformat()}　{trial.where}　来了 {trial.learners} 个人，"
    told = at.plain(f"{start}拖了 {trial.minutes_over} 分钟。卡在：")
    return paragraph(told, *at.words(trial.stumbled), style="Points")


def _appendices(told: TrainerLesson, at: WritingDesk) -> Iterator[Element]:
    """What is cut apart begins a page, so that the scissors spare the plan."""
    is_first_cut = True
    for one in told.appendix:
        large = replace(at.at_least(_APPENDIX), cut=one.cut)
        begins = one.cut and is_first_cut
        is_first_cut = is_first_cut and not one.cut
        title = (at.plain(f"{one.label}　"), *at.words(one.title))
        yield from section(at, *title, page=begins)
        yield from set_blocks(one.blocks, large)
