"""What learners hold: the handout, a form, the elders' version."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from cunbo.documents.desk import WRITE_GAP, WritingDesk, to_write_on
from cunbo.documents.flow import set_blocks
from cunbo.documents.lines import write_lines
from cunbo.documents.parts import labelled, lesson_title, section, step_section, track_line
from cunbo.documents.room import height
from cunbo.documents.wordml import Element, GridRow, gap, mm, paragraph, run, table
from cunbo.model.base import Sentence
from cunbo.model.choices import ElderAnswer
from cunbo.model.course import Form
from cunbo.telling.elder_view import ElderLeaf, ElderVersion
from cunbo.telling.quiz import LearnerQuestion
from cunbo.telling.views import LearnerLesson

_QUESTIONS = 2
"""Lines at the end, for what learners still want to ask."""
_SHORT, _HALF = 5, 15
"""Letters of choices of which all stand on one line, or two."""
_PAGE, _MOST_MORE = mm(205), mm(4)
"""What a form may fill of a page below its head; how much further apart its lines may be."""
_LARGE, _CHOICE = 34, 40
"""Points: whoever reads without glasses, at arm's length."""
_NUMBER = mm(20)
"""What a number takes before the words of a page."""
_WIDEST, _HIGHEST = 168, 104
"""Millimetres of a drawing for elders."""


def handout(view: LearnerLesson, at: WritingDesk) -> Iterator[Element]:
    """What to take home and to bring, the steps, the quiz, lines for questions."""
    yield from track_line(view.head, at)
    yield from lesson_title(view.head, at)
    yield from _take_and_bring(view, at)
    for step in view.steps:
        yield from step_section(step.number, step.title, f"{step.minutes} 分钟", at)
        yield from set_blocks(step.blocks, at)
    if view.questions:
        yield from section(at, run("小测"), aside="先圈一个，再举手")
        for question in view.questions:
            yield from _question(question, at)
    if view.homework:
        yield gap()
        yield from labelled(at, "回家做", (view.homework,))
    if view.card:
        yield gap()
        yield from labelled(at, "记住这几句", view.card)
    yield paragraph(at.plain("✎ 还想问的，写在这儿，交给老师"), keep=True)
    yield from write_lines(_QUESTIONS, at.width, at.write_gap)


def _take_and_bring(view: LearnerLesson, at: WritingDesk) -> Iterator[Element]:
    take = (at.plain("今天带走　"), *at.words(view.deliverable, bold=True))
    yield paragraph(*take, style="Warned")
    if view.bring:
        things = [word for one in view.bring for word in (at.plain("　"), *at.words(one))]
        yield paragraph(at.plain("要带来"), *things, style="Warned")


def _question(question: LearnerQuestion, at: WritingDesk) -> Iterator[Element]:
    yield paragraph(
        at.plain(f"{question.number}　", bold=True), *at.words(question.ask, bold=True), keep=True
    )
    columns = _columns([at.said(choice) for _, choice in question.choices])
    indent, step = mm(8), (at.width - mm(8)) // columns
    tabs = [indent + step * n for n in range(columns)]
    for start in range(0, len(question.choices), columns):
        yield paragraph(
            *_choices(question.choices[start : start + columns], at),
            tabs=tabs,
            hanging=indent if columns == 1 else 0,
            keep=start + columns < len(question.choices),
        )


def _choices(choices: Iterable[tuple[str, Sentence]], at: WritingDesk) -> Iterator[Element]:
    for letter, choice in choices:
        yield at.plain("\t")
        yield at.plain(f"{letter}　", bold=True)
        yield from at.words(choice)


def _columns(choices: list[str]) -> int:
    longest = max(map(len, choices))
    return len(choices) if longest <= _SHORT else 2 if longest <= _HALF else 1


def form(view: Any, at: WritingDesk) -> Iterator[Element]:
    """A blank form: who fills it in, and its blocks."""
    yield from form_itself(view.form, at)


def form_itself(told: Form, at: WritingDesk) -> Iterator[Element]:
    """The name of a form, how it is filled in, by whom and when, and what is to be filled in."""
    yield paragraph(run(told.name), style="Heading1")
    yield paragraph(*at.words(told.hint))
    if told.blocks[0].kind != "two_copies":
        who = "姓名" if is_learners(told) else "谁填的"
        line = f"{to_write_on(who, 7)}　{to_write_on('日期', 5)}"
        yield paragraph(at.plain(line), align="right")
    yield from set_blocks(told.blocks, _filling(told, at))


def _filling(told: Form, at: WritingDesk) -> WritingDesk:
    """With lines so far apart that the form fills its page."""
    least, more = (
        height(set_blocks(told.blocks, replace(at, write_gap=gap)), at.width, at.points)
        for gap in (WRITE_GAP, WRITE_GAP + mm(1))
    )
    left = _PAGE - least
    if more == least or left < 0:
        return at
    return replace(at, write_gap=WRITE_GAP + min(left * mm(1) // (more - least), _MOST_MORE))


def is_learners(told: Form) -> bool:
    """Whether learners hold it, at arm's length and in any light."""
    return told.audience.value == "learner"


def elders(view: Any, at: WritingDesk) -> Iterator[Element]:
    """One thing to do and one picture a page, answered without writing."""
    elder: ElderVersion = view.elder
    yield paragraph(run(view.head.title), style="Heading1")
    yield paragraph(*at.label("旁边帮的人"), *at.words(elder.helper))
    for leaf in elder.leaves:
        yield from _leaf(leaf, at, page=leaf.number > 1)
    if elder.card:
        yield from section(at, run("记住这几句", size=2 * _LARGE), page=True)
        large = at.at_least(28)
        for one in elder.card:
            yield paragraph(large.plain("■ "), *large.words(one, bold=True), style="Roomy")


def _leaf(leaf: ElderLeaf, at: WritingDesk, page: bool) -> Iterator[Element]:
    picture, large = leaf.picture, at.at_least(_LARGE)
    drawn = at.file.picture(at.pictures[picture.src], picture.alt, _WIDEST, _HIGHEST)
    yield paragraph(drawn, style="Drawing", page=page)
    if picture.caption:
        yield paragraph(*at.words(picture.caption), align="center")
    number = run(f" {leaf.number} ", label=True, size=2 * _LARGE)
    told = (number, run("\t"), *large.words(leaf.text, bold=True))
    yield paragraph(*told, style="Roomy", keep=True, hanging=_NUMBER, tabs=[_NUMBER])
    how = at.at_least(24).label(leaf.how)
    yield paragraph(*how, style="Roomy", align="center", keep=True)
    if leaf.choices:
        between = [run(f"{'　' * bool(n)}{one}", bold=True, size=2 * _CHOICE)
                   for n, one in enumerate(leaf.choices)]  # fmt: skip
        yield paragraph(*between, style="Roomy", align="center")
    yield gap()
    yield from _room_to_answer(leaf.answer)


def _room_to_answer(answer: ElderAnswer) -> Iterator[Element]:
    sizes = {ElderAnswer.TICK: (30, 30), ElderAnswer.THUMBPRINT: (46, 50)}
    if answer in sizes:
        wide, high = map(mm, sizes[answer])
        yield table([wide], [GridRow(((),), high, exact=True)], centred=True)
        yield gap()
