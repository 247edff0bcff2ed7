"""Long pages go on on further ones: nothing is lost, and an old address leads on."""

from pathlib import Path

import pytest
from casebook import real_course, small_course, told_at_home
from parsed import parsed, values

from cunbo.model.course import Paper
from cunbo.pages.law_stretches import law_stretches
from cunbo.pages.paper_stretches import paper_stretches

BOOKS = {"trainer/law": ".law-list > li", "sources/yang2025": ".entries > li"}


def pages_of(site: Path, book: str) -> list[Path]:
    further = sorted((site / book).glob("*.html"), key=lambda page: int(page.stem))
    return [site / f"{book}.html", *further]


@pytest.mark.parametrize("book", BOOKS)
def test_an_old_address_leads_on_to_what_has_moved(course_built, book):
    first, *further = pages_of(course_built.site, book)
    assert further
    moved = [(page, name) for page in further for name in values(page, BOOKS[book], "id")]
    links = {one.attributes["id"]: one.attributes["href"] for one in parsed(first).css("a[id]")}
    led = [links[name].partition("#") for _, name in moved]
    assert [((first.parent / to).resolve(), place) for to, _, place in led] == moved
    assert len(moved) > 30


@pytest.mark.parametrize("book", BOOKS)
def test_one_page_leads_to_the_next_and_back(course_built, book):
    pages = pages_of(course_built.site, book)
    nexts = [values(page, ".neighbours a[rel=next]", "href") for page in pages]
    backs = [values(page, ".neighbours a[rel=prev]", "href") for page in pages]
    led = [(page.parent / one[0]).resolve() for page, one in zip(pages, nexts, strict=True) if one]
    assert led == pages[1:]
    assert nexts[-1] == backs[0] == []
    led = [(page.parent / one[0]).resolve() for page, one in zip(pages, backs, strict=True) if one]
    assert led == pages[:-1]


def test_old_places_of_the_guide_lead_on(small_built):
    authors = small_built.site / "authors"
    for name in ("facts", "figures", "forms", "paths"):
        assert values(authors / "around.html", f"a#{name}", "href") == [
            f"../authors/beside.html#{name}"
        ]
        assert parsed(authors / "beside.html").css(f"h2#{name}")


def with_sections(*sizes: int) -> Paper:
    """A paper with so many findings in each section."""
    paper = next(iter(small_course().papers.values()))
    known = paper.proposals[0]
    findings = [
        known.model_copy(update={"id": f"x-{section}-{number}", "section": str(section)})
        for section, size in enumerate(sizes)
        for number in range(size)
    ]
    return paper.model_copy(update={"proposals": tuple(findings)})


@pytest.mark.parametrize(
    ("sizes", "pages"),
    [((3,), ["0"]), ((60, 30, 1), ["01", "2"]), ((200, 1), ["0", "1"]), ((1, 200), ["0", "1"])],
)
def test_a_section_of_a_paper_stays_on_one_page(sizes, pages):
    stretches = paper_stretches(with_sections(*sizes))
    assert ["".join(one.name for one in page.groups) for page in stretches] == pages
    assert sum(len(one.findings) for page in stretches for one in page.groups) == sum(sizes)


def test_no_point_of_law_is_lost_between_pages():
    edition = told_at_home(real_course())
    told = [one for page in law_stretches(edition) for part in page.groups for one in part.entries]
    assert [one.number for one in told] == list(range(1, len(edition.course.facts) + 1))
