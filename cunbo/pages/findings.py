"""The papers' findings, and what the course does about each."""

from dataclasses import dataclass

from cunbo.model.course import Paper, Practice, Proposal
from cunbo.model.meanings import short_name
from cunbo.pages.cards import Card, Cards, pick
from cunbo.telling.edition import Edition


@dataclass(frozen=True)
class AnsweredFinding:
    """One finding with its answers: lessons, and practices of the whole course."""

    proposal: Proposal
    kind_name: str
    lessons: tuple[Card, ...]
    practices: tuple[Practice, ...]


@dataclass(frozen=True)
class Section:
    """The findings of one section of a paper."""

    name: str
    entries: tuple[AnsweredFinding, ...]


@dataclass(frozen=True)
class PaperPage:
    """A paper and its findings, section by section.

    `taught` counts the findings that a lesson answers, `written` those whose lesson is written.
    """

    paper: Paper
    sections: tuple[Section, ...]
    findings: int
    taught: int
    written: int


def paper_page(edition: Edition, paper: Paper, cards: Cards) -> PaperPage:
    """Lay out one paper."""
    entries = tuple(_entry(edition, proposal, cards) for proposal in paper.proposals)
    names = dict.fromkeys(entry.proposal.section for entry in entries)
    sections = (
        Section(name, tuple(entry for entry in entries if entry.proposal.section == name))
        for name in names
    )
    taught = sum(bool(entry.lessons) for entry in entries)
    written = sum(any(not one.head.outline for one in entry.lessons) for entry in entries)
    return PaperPage(paper, tuple(sections), len(entries), taught, written)


def _entry(edition: Edition, proposal: Proposal, cards: Cards) -> AnsweredFinding:
    lessons = edition.answered_by.get(proposal.id, ())
    return AnsweredFinding(
        proposal=proposal,
        kind_name=short_name(proposal.kind),
        lessons=pick(cards, (lesson.id for lesson in lessons)),
        practices=edition.practised_by.get(proposal.id, ()),
    )
