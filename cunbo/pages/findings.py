"""The papers' findings, and what the course does about each."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from cunbo.model.base import Sentence
from cunbo.model.course import Paper, Practice, Proposal
from cunbo.model.meanings import short_name
from cunbo.pages.cards import Card, Cards, pick
from cunbo.pages.paper_stretches import FindingsSection, paper_stretches, sections_of
from cunbo.pages.stretches import Stretch
from cunbo.telling.replies import Place, Reply, Standing, standings


@dataclass(frozen=True)
class Mention:
    """A step that takes up a finding, and the lesson it belongs to."""

    card: Card
    step: int
    title: Sentence


@dataclass(frozen=True)
class AnsweredFinding:
    """One finding, how far the course has come with it, and all that is done about it."""

    proposal: Proposal
    kind_name: str
    standing: Standing
    answered: tuple[Mention, ...]
    touched: tuple[Mention, ...]
    planned: tuple[Card, ...]
    practices: tuple[Practice, ...]


@dataclass(frozen=True)
class Section:
    """The findings of one section of a paper, and what is done about each."""

    number: int
    name: str
    entries: tuple[AnsweredFinding, ...]


@dataclass(frozen=True)
class PaperPage:
    """A paper and its findings, section by section, in one page or more; and how many of each
    standing."""

    paper: Paper
    sections: tuple[Section, ...]
    stretches: tuple[Stretch[FindingsSection], ...]
    findings: int
    by_standing: Mapping[Standing, int]


def paper_page(paper: Paper, known: Mapping[str, Reply], cards: Cards) -> PaperPage:
    """Lay out one paper; `known` says what is done about each finding."""
    sections = tuple(
        Section(
            number,
            section.name,
            tuple(_entry(one, known.get(one.id, Reply()), cards) for one in section.findings),
        )
        for number, section in enumerate(sections_of(paper), 1)
    )
    counted = standings((one.id for one in paper.proposals), known)
    return PaperPage(paper, sections, paper_stretches(paper), len(paper.proposals), counted)


def _entry(proposal: Proposal, reply: Reply, cards: Cards) -> AnsweredFinding:
    return AnsweredFinding(
        proposal=proposal,
        kind_name=short_name(proposal.kind),
        standing=reply.standing,
        answered=_mentions(reply.answered, cards),
        touched=_mentions(reply.touched, cards),
        planned=pick(cards, (lesson.id for lesson in reply.planned)),
        practices=tuple(reply.practices),
    )


def _mentions(places: Iterable[Place], cards: Cards) -> tuple[Mention, ...]:
    return tuple(Mention(cards[one.lesson.id], one.number, one.step.title) for one in places)
