"""The findings of a paper, section by section, on as many pages as they need."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from cunbo.model.course import Paper, Proposal
from cunbo.pages import routes
from cunbo.pages.stretches import Stretch, parted

_FINDINGS = 90
"""So many make a page of less than 12 KB compressed; a test holds the weight of all pages."""


@dataclass(frozen=True)
class FindingsSection:
    """The findings of one section of a paper."""

    name: str
    findings: tuple[Proposal, ...]


def sections_of(paper: Paper) -> tuple[FindingsSection, ...]:
    """The findings of a paper, section by section."""
    sections: dict[str, list[Proposal]] = {}
    for one in paper.proposals:
        sections.setdefault(one.section, []).append(one)
    return tuple(FindingsSection(name, tuple(found)) for name, found in sections.items())


def paper_stretches(paper: Paper) -> tuple[Stretch[FindingsSection], ...]:
    """The pages of a paper: whole sections on each."""
    route = routes.paper(paper.id)
    return parted(route, sections_of(paper), lambda one: len(one.findings), _FINDINGS)


def finding_places(papers: Iterable[Paper]) -> Mapping[str, str]:
    """Where every finding stands, by its id."""
    return {
        one.id: f"{stretch.route}#{one.id}"
        for paper in papers
        for stretch in paper_stretches(paper)
        for section in stretch.groups
        for one in section.findings
    }
