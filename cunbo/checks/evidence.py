"""Figures from papers: never without the paper's name and what to be careful about."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from cunbo.checks.desk import Desk, problem
from cunbo.checks.phrases import clauses
from cunbo.model.choices import ProposalKind
from cunbo.model.course import Paper, Proposal
from cunbo.model.lesson import Lesson
from cunbo.model.walk import sentences
from cunbo.problems.codes import Code
from cunbo.problems.problem import Problem

# Dates, and numbers like “3 天”, stand in any lesson without being a paper's.
_ORDINARY = re.compile(r"\d{4}年.*|\d{1,2}[天日月年]")


@dataclass(frozen=True)
class _Evidence:
    """A figure that a lesson may quote."""

    figure: str
    pattern: re.Pattern[str]
    paper: Paper
    proposal: Proposal


def figures_are_cited(desk: Desk) -> Iterator[Problem]:
    """A sentence with a figure of a finding the lesson answers names the paper and the caveat."""
    papers = desk.course.papers.values()
    known = {one.id: (paper, one) for paper in papers for one in paper.proposals}
    for source, lesson in desk.written_lessons():
        quotable = list(_evidence(lesson, known))
        for path, text in sentences(lesson) if quotable else ():
            for missing in _uncited(text, quotable, desk.course.settings.words.caveats):
                yield problem(source, path, Code.UNCITED_FIGURE, *missing)


def _evidence(lesson: Lesson, known: dict[str, tuple[Paper, Proposal]]) -> Iterator[_Evidence]:
    for name in lesson.derives_from:
        if name not in known or known[name][1].kind is not ProposalKind.FIGURE:
            continue
        for figure in known[name][1].figures:
            bare = _bare(figure)
            if not _ORDINARY.fullmatch(bare):
                pattern = re.compile(rf"(?<![\d.,/]){re.escape(bare)}(?![\d/])")
                yield _Evidence(figure, pattern, *known[name])


def _uncited(
    text: str, quotable: list[_Evidence], caveats: tuple[str, ...]
) -> Iterator[tuple[str, str]]:
    """What is wrong and how to mend it, for each figure quoted bare."""
    whole = _bare(text)
    for clause in clauses(text) if any(one.pattern.search(whole) for one in quotable) else ():
        bare = _bare(clause.text)
        for one in quotable:
            if not one.pattern.search(bare):
                continue
            name = _name(one.paper)
            named = _bare(name) in bare
            warned = not one.proposal.caveat or any(_bare(word) in bare for word in caveats)
            if not (named and warned):
                what = f"“{one.figure}”是{one.paper.cite}里的数字，这一句没有交代清楚"
                told = f"写上是谁说的（{name}）" if not named else ""
                careful = f"写上要当心什么：{one.proposal.caveat}" if not warned else ""
                yield what, "在同一句里" + "，再".join(part for part in (told, careful) if part)


def _name(paper: Paper) -> str:
    """How a sentence names the paper: its author, or what it is cited as, without brackets."""
    return (paper.author or paper.cite).split("（")[0].strip()


def _bare(text: str) -> str:
    return text.replace(" ", "").replace("％", "%")
