"""What readers can search for: every place of the site that says something, page by page.

Written from the views, as the pages are: what learners must not see is in no page of theirs.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum, StrEnum

from cunbo.model.base import Part, Sentence
from cunbo.model.course import Fact, LearningPath, Paper
from cunbo.model.ids import Reference
from cunbo.model.walk import texts
from cunbo.pages import routes
from cunbo.pages.alphabet import by_initial
from cunbo.pages.law_stretches import law_stretches
from cunbo.pages.paper_stretches import FindingsSection, paper_stretches
from cunbo.pages.stretches import Stretch
from cunbo.telling.edition import Edition
from cunbo.telling.errands import errands
from cunbo.telling.law import LawGroup
from cunbo.telling.run_sheet import TrainerStep
from cunbo.telling.views import LearnerLesson, TrainerLesson, for_learner, for_trainer

_NOT_READ = (("src",), ("alt",))
"""The last key on the way to what of a picture no reader sees."""


class Audience(StrEnum):
    """Whom a page is for."""

    LEARNER = "l"
    TRAINER = "t"
    OTHER = "o"


@dataclass(frozen=True)
class FoundPlace:
    """A place on a page: its anchor, the heading over it and what it says, a line a sentence.

    `late` is what many pages say alike; it is told last.
    """

    anchor: str
    heading: str
    text: str
    late: bool = False


@dataclass(frozen=True)
class FoundPage:
    """A page with its places. `entry` is the route of the page that it is listed under."""

    route: str
    title: str
    audience: Audience
    places: tuple[FoundPlace, ...]
    entry: str


def search_pages(edition: Edition, named: Mapping[str, str]) -> tuple[FoundPage, ...]:
    """Every page with words of its own: first the learners' in course order, then what is there
    for everybody, then the trainers', the sources last.

    `named` are the pages there is one of, title by route.
    """
    course = edition.course
    return (
        *(_lesson(edition, for_learner(edition, one)) for one in edition.in_order),
        *(_path(edition, one) for one in course.paths.values()),
        *_standing(edition, named),
        *_further_law(edition, named),
        *(_plan(edition, for_trainer(edition, one)) for one in edition.written),
        *(page for one in course.papers.values() for page in _paper(one)),
    )


def _lesson(edition: Edition, lesson: LearnerLesson) -> FoundPage:
    head = lesson.head
    title = f"{head.id} {head.title}" + (f"：{head.subtitle}" if head.subtitle else "")
    taught = () if head.outline else _taught(edition, lesson)
    places = (_taken(edition, lesson), *taught, _paths(edition, lesson))
    route = routes.lesson(head.id)
    return FoundPage(route, title, Audience.LEARNER, _with_words(places), route)


def _taken(edition: Edition, lesson: LearnerLesson) -> FoundPlace:
    heading = "学完带走" if lesson.head.outline else "今天带走"
    return _place(edition, "", heading, lesson.deliverable, lesson.bring, lesson.scene)


def _paths(edition: Edition, lesson: LearnerLesson) -> FoundPlace:
    paths = [f"{one.id} {one.name}" for one in (*lesson.paths, *lesson.offered)]
    return _place(edition, "on-paths", "哪些路径要学这一课", paths, late=True)


def _taught(edition: Edition, lesson: LearnerLesson) -> Iterator[FoundPlace]:
    """What only a written lesson has."""
    yield _place(edition, "aims", "学完您能", lesson.objectives)
    for step in lesson.steps:
        heading = edition.plain(step.title)
        yield _place(edition, f"step-{step.number}", heading, step.blocks)
    asked = [(one.ask, [choice for _, choice in one.choices]) for one in lesson.questions]
    judged = [(one.look_for, one.passes) for one in lesson.criteria]
    yield _place(edition, "quiz", "小测", asked)
    yield _place(edition, "rubric", "怎样算学会了", judged)
    yield _place(edition, "homework", "回家做一件事", lesson.homework)
    yield _place(edition, "trouble", "遇到麻烦", lesson.trouble)
    yield _place(edition, "card", "要点卡", lesson.card)
    if elder := lesson.elder:
        leaves = [(one.picture.caption, one.text, one.choices) for one in elder.leaves]
        yield _place(edition, "elder", "老人版", elder.helper, leaves)
    if form := lesson.form:
        yield _place(edition, "form", form.name, form.hint, form.blocks)
    yield _place(edition, "facts", "依据", map(_law_of, lesson.facts), late=True)


def _law_of(fact: Fact) -> tuple[object, ...]:
    return fact.says, fact.law + (fact.article or ""), fact.caution


def _path(edition: Edition, path: LearningPath) -> FoundPage:
    weeks = [week.reason for week in path.weeks]
    places = (_place(edition, "", path.kind, path.about, path.certificate, weeks),)
    route = routes.path(path.id)
    return FoundPage(route, f"学习路径 {path.id} {path.name}", Audience.OTHER, places, route)


def _standing(edition: Edition, named: Mapping[str, str]) -> Iterator[FoundPage]:
    """All are found by their titles, some have more to say."""
    said = {
        routes.GLOSSARY: _words(edition),
        routes.LAW: _points(edition, law_stretches(edition)[0]),
        routes.ASK_FIRST: _errands(edition),
        routes.MAP: _layers(edition),
    }
    for route, title in named.items():
        if route != routes.SEARCH:
            for_whom = Audience.TRAINER if route == routes.ASK_FIRST else Audience.OTHER
            yield FoundPage(route, title, for_whom, _with_words(said.get(route, ())), route)


def _words(edition: Edition) -> Iterator[FoundPlace]:
    for group in by_initial(edition.course.glossary):
        for one in group.terms:
            yield _place(edition, group.initial, one.term, one.plain)


def _further_law(edition: Edition, named: Mapping[str, str]) -> Iterator[FoundPage]:
    for part in law_stretches(edition)[1:]:
        places = _with_words(_points(edition, part))
        yield FoundPage(part.route, named[routes.LAW], Audience.OTHER, places, routes.LAW)


def _points(edition: Edition, part: Stretch[LawGroup]) -> Iterator[FoundPlace]:
    for group in part.groups:
        for one in group.entries:
            yield _fact(edition, one.fact)


def _fact(edition: Edition, fact: Fact) -> FoundPlace:
    heading = fact.law + (fact.article or "")
    return _place(edition, fact.id, heading, fact.says, fact.caution)


def _errands(edition: Edition) -> Iterator[FoundPlace]:
    for number, one in enumerate(errands(edition), 1):
        asked = [question.ask for question in one.questions]
        yield _place(edition, f"who-{number}", edition.plain(one.who), asked)


def _layers(edition: Edition) -> Iterator[FoundPlace]:
    for one in edition.course.settings.layers:
        said = (one.whom, one.enter, one.leave)
        yield _place(edition, f"layer-{one.number}", one.name, said)


def _plan(edition: Edition, plan: TrainerLesson) -> FoundPage:
    head = plan.learner.head
    places = _with_words(_of_plan(edition, plan))
    lesson = routes.lesson(head.id)
    return FoundPage(routes.trainer(head.id), "教案", Audience.TRAINER, places, lesson)


def _of_plan(edition: Edition, plan: TrainerLesson) -> Iterator[FoundPlace]:
    """What a plan says that the learners' page does not."""
    things = [one.thing for one in plan.things]
    yield _place(edition, "prepare", "课前准备", [due for _, due in plan.prepare], things)
    yield _place(edition, "prepare", "每课都要有", plan.always_there, late=True)
    yield _place(edition, "done", "讲完看这几样", plan.done_when)
    for step in plan.steps:
        yield _step(edition, step)
    reasons = [(one.because, one.why, [it.why for it in one.wrong]) for one in plan.answers]
    yield _place(edition, "answers", "小测答案", reasons)
    yield _place(edition, "follow", "课后再问", [question for _, question in plan.follow_up])
    yield _place(
        edition, "tried", "上完课记一笔", [(one.where, one.stumbled) for one in plan.tried]
    )
    for page in plan.appendix:
        heading = f"{page.label} {edition.plain(page.title)}"
        yield _place(edition, "appendix", heading, page.blocks)


def _step(edition: Edition, step: TrainerStep) -> FoundPlace:
    heading = edition.plain(step.title)
    return _place(edition, f"step-{step.number}", heading, step.doing, step.guest, step.notes)


def _paper(paper: Paper) -> Iterator[FoundPage]:
    about = FoundPlace("", "", _joined(paper.title, paper.author, paper.note))
    for part in paper_stretches(paper):
        places = _with_words((*([about] if part.number == 1 else []), *_findings(part)))
        entry = routes.paper(paper.id)
        yield FoundPage(part.route, paper.cite, Audience.OTHER, places, entry)


def _findings(part: Stretch[FindingsSection]) -> Iterator[FoundPlace]:
    for section in part.groups:
        for one in section.findings:
            said = _joined(one.says, *one.figures, one.caveat)
            yield FoundPlace(one.id, one.section, said)


def _joined(*said: str | None) -> str:
    return "\n".join(filter(None, said))


def _place(
    edition: Edition, anchor: str, heading: str, *said: object, late: bool = False
) -> FoundPlace:
    return FoundPlace(anchor, heading, "\n".join(_lines(edition, said)), late)


def _lines(edition: Edition, said: object) -> Iterator[str]:
    """Everything a part of the course says to its readers, one sentence after the other."""
    if isinstance(said, str | Part):
        for path, text in texts(said):
            unread = path[-1:] in _NOT_READ or isinstance(text, Reference | Enum)
            if text and not unread:
                yield edition.plain(text) if isinstance(text, Sentence) else text
    elif isinstance(said, Iterable):
        for one in said:
            yield from _lines(edition, one)


def _with_words(places: Iterable[FoundPlace]) -> tuple[FoundPlace, ...]:
    return tuple(one for one in places if one.text)
