"""Long pages go on on further ones: nothing is lost, and an old address leads on."""

from dataclasses import replace
from pathlib import Path

import pytest
from casebook import real_course, small_course, told_at_home
from conftest import ROOT
from parsed import parsed, values
from selectolax.lexbor import LexborHTMLParser

from cunbo.model.course import Paper
from cunbo.pages.cards import Card, cards_of
from cunbo.pages.download_stretches import download_stretches
from cunbo.pages.law_stretches import law_stretches
from cunbo.pages.page_setter import PageSetter
from cunbo.pages.paper_stretches import paper_stretches
from cunbo.pages.routes import DOWNLOADS, further
from cunbo.pages.standing import Contents, downloads_view

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


def cards_in(*sizes: int) -> tuple[Card, ...]:
    """So many cards in each layer, numbered through."""
    edition = told_at_home(real_course())
    layers = edition.course.settings.layers
    known = next(iter(cards_of(edition, (), {}).values()))
    heads = (
        replace(known.head, id=f"{layer.number}-{number}", layer=layer, outline=False)
        for layer, size in zip(layers, sizes, strict=True)
        for number in range(size)
    )
    return tuple(replace(known, head=head) for head in heads)


@pytest.mark.parametrize(
    ("sizes", "pages"),
    [
        ((24, 4, 0), [28]),
        ((24, 28, 20), [24, 28, 20]),
        ((10, 10, 10), [20, 10]),
        ((60, 1, 0), [28, 28, 5]),
        ((0, 0, 0), [0]),
    ],
)
def test_the_downloads_go_on_layer_by_layer_and_lose_no_lesson(sizes, pages):
    cards = cards_in(*sizes)
    stretches = download_stretches(cards)
    on_each = [[card for group in page.groups for card in group] for page in stretches]
    assert [len(found) for found in on_each] == pages
    assert [card for found in on_each for card in found] == list(cards)
    assert [page.route for page in stretches][:2] == ["downloads.html", "downloads/2.html"][
        : len(pages)
    ]


def test_each_page_of_the_downloads_has_its_lessons_and_the_first_what_is_of_none():
    edition = told_at_home(real_course())
    cards = {card.head.id: card for card in cards_in(24, 28, 20)}
    contents = Contents(edition, cards, ROOT / "templates", (), {})
    setter = PageSetter(edition, ROOT / "templates")
    for number, layer in enumerate((24, 28, 20), 1):
        page = LexborHTMLParser(
            setter.html(
                further(DOWNLOADS, number), "downloads", "下载", **downloads_view(contents, number)
            )
        )
        rows = [one.attributes["id"] for one in page.css(".pdf-row")]
        assert rows == [f"{number}-{at}" for at in range(layer)]
        jumps = [one.attributes["href"] for one in page.css(".jump[aria-labelledby] a")]
        assert jumps == [f"#{one}" for one in rows]
        assert len(page.css(".jump[aria-label] a")) == 3
        assert bool(page.css(".lead")) == (number == 1)
        assert ("别的课还在编写" in page.body.text()) == (number == 3)
