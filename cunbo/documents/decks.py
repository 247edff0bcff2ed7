"""A lesson as slides for the trainer's computer: what is shown, and in the notes what to say."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from cunbo.documents.fitting import fitted, grid_widths, height_of
from cunbo.documents.said import said
from cunbo.documents.slide_blocks import DOT, Shown, SlideGrid, line, shown
from cunbo.documents.slide_file import ROOM, Box, SlideFile, SlideLine
from cunbo.model.blocks import Picture, Say
from cunbo.model.lesson import Lesson
from cunbo.telling.edition import Edition
from cunbo.telling.quiz import Answer
from cunbo.telling.run_sheet import TrainerStep
from cunbo.telling.slides import ClosingSlide, Deck, QuestionSlide, StepSlide, deck
from cunbo.telling.views import TrainerLesson, for_trainer

_PICTURE, _GAP = 120.0, 8.0
"""Millimetres that a drawing takes beside words."""


def slides_file(lesson_id: str) -> str:
    """The name of a lesson's slides."""
    return f"{lesson_id}-幻灯片（培训员用）.pptx"


def slide_show(edition: Edition, lesson: Lesson, pictures: Mapping[str, bytes]) -> bytes:
    """The slides of a written lesson for PowerPoint and WPS. Same input, same bytes.

    `pictures` are PNGs by `src`. The trainer's words are in the notes, which learners do not see.
    """
    plan = for_trainer(edition, lesson)
    writer = _Writer(edition, deck(plan.learner.head, edition.course, lesson), plan, pictures)
    return writer.write(lesson)


class _Writer:
    def __init__(
        self, edition: Edition, told: Deck, plan: TrainerLesson, pictures: Mapping[str, bytes]
    ) -> None:
        self._edition = edition
        self._deck = told
        self._plan = plan
        self._pictures = pictures
        self._file = SlideFile()

    def write(self, lesson: Lesson) -> bytes:
        head = self._deck.head
        self._show(head.title, self._opening(), self._before())
        for one in self._deck.steps:
            self._step(one)
        for question in self._deck.questions:
            self._question(question)
        if self._deck.card:
            lines = [line(self._edition, one, mark=DOT, bold=True) for one in self._deck.card]
            self._show("记住这几句", lines, "")
        closing = list(self._closing(self._deck.closing))
        if closing:
            self._show("回家以后", closing, "")
        return self._file.finished(f"{head.id} {head.title}（幻灯片，培训员用）", lesson.reviewed)

    def _show(
        self,
        title: str,
        told: Sequence[Shown],
        notes: str,
        aside: str = "",
        picture: Picture | None = None,
    ) -> None:
        """Slides of words; on the first one the picture is at their left, below it the notes."""
        left = _PICTURE + _GAP if picture else 0.0
        width = ROOM[0] - left
        for number, (part, points) in enumerate(fitted(told, width, ROOM[1])):
            self._file.begin(title, self._foot(aside), notes if number == 0 else "")
            if picture and number == 0:
                self._draw(picture, _PICTURE if told else ROOM[0])
            self._set(part, Box(left, 0, width, ROOM[1]), points)

    def _draw(self, picture: Picture, width: float) -> None:
        png = self._pictures[picture.src]
        self._file.picture(png, picture.alt, Box(0, 0, width, ROOM[1]))

    def _set(self, part: Sequence[Shown], box: Box, points: int) -> None:
        top = max((box.height - height_of(part, box.width, points)) * 0.3, 0) if box.left else 0.0
        for is_grid, group in groupby(part, lambda one: isinstance(one, SlideGrid)):
            for some in [[one] for one in group] if is_grid else [list(group)]:
                high = height_of(some, box.width, points)
                place = Box(box.left, top, box.width, high)
                first = some[0]
                if isinstance(first, SlideGrid):
                    self._file.grid(first.rows, grid_widths(first, box.width), place, points)
                else:
                    lines = [one for one in some if isinstance(one, SlideLine)]
                    self._file.lines(lines, place, points)
                top += high + _GAP / 2

    def _foot(self, aside: str) -> str:
        head, village = self._deck.head, self._edition.village
        stamp = f"示例村：{village.name}" if village.sample else ""
        return "　".join(filter(None, (head.id, head.title, aside, stamp)))

    def _opening(self) -> list[Shown]:
        opening, head = self._deck.opening, self._deck.head
        told: list[Shown] = [SlideLine(((head.subtitle, False),))] if head.subtitle else []
        told.append(line(self._edition, opening.deliverable, bold=True, before="今天带走　"))
        if opening.bring:
            told.append(SlideLine((("要带来", True),)))
            told += [line(self._edition, one, mark=DOT) for one in opening.bring]
        return told

    def _step(self, one: StepSlide) -> None:
        parts = f"（{one.part}／{one.parts}）" if one.parts > 1 else ""
        title = f"{one.number}　{said(self._edition.on_paper(one.title))}{parts}"
        aside = f"{one.kind_name}　第 {one.number} 步，共 {one.steps} 步　{one.minutes} 分钟"
        notes = self._to_say(self._plan.steps[one.number - 1]) if one.part == 1 else ""
        told = [part for block in one.blocks for part in shown(self._edition, block)]
        if one.picture and one.picture.caption:
            told.append(line(self._edition, one.picture.caption))
        self._show(title, told, notes, aside, one.picture)

    def _question(self, one: QuestionSlide) -> None:
        told: list[Shown] = [line(self._edition, one.ask, bold=True)]
        for letter, choice in one.choices:
            is_right = letter == one.right
            tick = "✓ " if is_right else ""
            told.append(line(self._edition, choice, mark=letter, bold=is_right, before=tick))
        notes = self._why(self._plan.answers[one.number - 1]) if one.right else "先圈一个，再举手。"
        self._show(f"小测 {one.number}／{one.questions}", told, notes)

    def _closing(self, closing: ClosingSlide) -> Iterator[Shown]:
        if closing.homework:
            yield line(self._edition, closing.homework, before="回家做　")
        for one in closing.next_times:
            start = f"路径 {'、'.join(one.paths)} 下回：{one.id} {one.title}"
            things = "；".join(said(self._edition.on_paper(thing)) for thing in one.bring)
            yield SlideLine(((start, True), (f"　带：{things}" if things else "", False)))

    def _before(self) -> str:
        scene = self._plan.learner.scene
        return f"先听一件事：{said(self._edition.on_paper(scene))}" if scene else ""

    def _to_say(self, step: TrainerStep) -> str:
        edition = self._edition
        told = [f"第 {step.start}–{step.end} 分钟"]
        if step.launch:
            told.append(f"开练前说：{said(edition.on_paper(step.launch))}")
        rest = step.doing[1:] if step.launch else step.doing
        told += [f"说：{said(edition.on_paper(one.say))}" for one in rest if isinstance(one, Say)]
        told += [f"容易出的岔子：{said(edition.on_paper(one))}" for one in step.notes]
        return "\n".join(told)

    def _why(self, answer: Answer) -> str:
        edition = self._edition
        told = [f"{answer.letter}：{said(edition.on_paper(answer.because))}"]
        told += [
            f"有人选 {one.letter}：{said(edition.on_paper(one.why))}"
            for one in answer.wrong
            if one.why
        ]
        return "\n".join(told)
