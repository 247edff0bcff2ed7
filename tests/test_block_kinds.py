"""Every kind of block has all that a kind needs, and its sample is set on pages and on sheets."""

import re

import pypdfium2 as pdfium
import pytest
from casebook import SMALL, small_course
from conftest import ROOT
from parsed import words_of
from reading_back import read_by_people
from word_back import Dots, documents, words

from cunbo.documents.flow import BLOCKS
from cunbo.documents.slide_blocks import SLIDE_BLOCKS
from cunbo.handouts.orders import lesson_orders
from cunbo.handouts.typst_sheets import SheetPrinter
from cunbo.model.blocks import Block, block_kinds
from cunbo.model.lesson import Lesson
from cunbo.model.walk import sentences
from cunbo.pages.authoring import block_samples
from cunbo.pages.lesson_page import lesson_pages
from cunbo.pages.page_setter import PageSetter
from cunbo.reading.nodes import plain
from cunbo.reading.parsing import read_source
from cunbo.telling.edition import Edition

TEMPLATES = ROOT / "templates"
KINDS = {kind.kind: kind for kind in block_kinds()}
NOT_ON_SLIDES = {"figure", *(kind for kind, one in KINDS.items() if one.for_trainer)}
"""A drawing is the slide's own; what is for the trainer is in its notes."""
FIGURES = {"figures/example.svg": (TEMPLATES / "theme" / "figures" / "example.svg").read_text()}


def samples() -> dict[str, tuple[Block, ...]]:
    """The samples of the author's guide, by kind."""
    return {one.kind: one.blocks for one in block_samples(TEMPLATES)}


def set_on_paper() -> set[str]:
    """The kinds of which a sheet knows how to set them."""
    template = (TEMPLATES / "handouts" / "blocks.typ").read_text(encoding="utf-8")
    table = template.partition("#let blocks = (\n")[2].partition("\n)\n")[0]
    return set(re.findall(r"^  (\w+):", table, re.MULTILINE))


def missing_of(kind: str) -> list[str]:
    """What a kind of block still needs, each as a sentence that names the file."""
    course = [path.read_text(encoding="utf-8") for path in SMALL.rglob("*.yml")]
    sample = TEMPLATES / "guide" / "blocks" / f"{kind}.yml"
    partial = TEMPLATES / "pages" / "blocks" / f"{kind}.html.j2"
    needed = {
        f"templates/guide/blocks/{kind}.yml is missing: the sample for authors": sample.is_file(),
        f"templates/pages/blocks/{kind}.html.j2 is missing: how a page sets it": partial.is_file(),
        f"templates/handouts/blocks.typ has no `{kind}:` in `blocks`: how a sheet sets it": (
            kind in set_on_paper()
        ),
        f"cunbo/documents/blocks.py, or grids.py, has no `{kind}` in `BLOCKS`: how Word sets it": (
            kind in BLOCKS
        ),
        f"cunbo/documents/slide_blocks.py has no `{kind}` in `SLIDE_BLOCKS`: how slides show it": (
            kind in SLIDE_BLOCKS or kind in NOT_ON_SLIDES
        ),
        f"tests/cases/small has no `- {kind}:`: what the tests of leaks and builds go by": (
            any(f"- {kind}:" in text for text in course)
        ),
    }
    return [sentence for sentence, there in needed.items() if not there]


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_of_block_has_all_it_needs(kind):
    missing = missing_of(kind)
    assert not missing, "\n".join(missing)


def test_what_a_new_kind_lacks_is_told_by_the_names_of_the_files():
    told = " ".join(missing_of("recipe"))
    for file in ("guide/blocks/recipe.yml", "pages/blocks/recipe.html.j2", "handouts/blocks.typ"):
        assert f"templates/{file}" in told
    assert "tests/cases/small" in told
    assert "cunbo/documents/blocks.py" in told
    assert len(missing_of("recipe")) == 6


def kept_for_nothing() -> list[str]:
    """What is there for a kind that is none, each as a sentence that names the file."""
    kept = {
        "templates/handouts/blocks.typ": set_on_paper(),
        "cunbo/documents/blocks.py or grids.py": BLOCKS.keys(),
        "cunbo/documents/slide_blocks.py": SLIDE_BLOCKS.keys(),
    }
    for folder, end in (("guide/blocks", ".yml"), ("pages/blocks", ".html.j2")):
        for path in (TEMPLATES / folder).iterdir():
            kept[f"templates/{folder}/{path.name}"] = {path.name.removesuffix(end)}
    return [
        f"{where} is for `{kind}`: no class of cunbo/model/blocks.py has a field of this name"
        for where, kinds in kept.items()
        for kind in kinds - KINDS.keys()
    ]


def test_nothing_is_kept_for_a_kind_that_is_none():
    kept = kept_for_nothing()
    assert not kept, "\n".join(kept)


@pytest.fixture(scope="module")
def edition() -> Edition:
    """The small course, with a step for every kind of block in its lesson. What a kind lacks is
    told before anything is set: no template says it as well."""
    missing = [*kept_for_nothing(), *(one for kind in KINDS for one in missing_of(kind))]
    assert not missing, "\n".join(missing)
    course = small_course()
    lesson = lesson_with(samples())
    lessons, figures = {**course.lessons, lesson.id: lesson}, {**course.figures, **FIGURES}
    course = course.model_copy(update={"lessons": lessons, "figures": figures})
    return Edition(course, course.villages[course.settings.village])


def lesson_with(shown: dict[str, tuple[Block, ...]]) -> Lesson:
    """A lesson that shows each kind to the trainer and, if it may, to learners."""
    path = SMALL / "lessons" / "S1-01.yml"
    node = read_source(path.name, path.read_bytes()).node
    assert node is not None
    steps = [
        {
            "kind": "practice",
            "title": f"看{kind}",
            "minutes": 5,
            "trainer": blocks,
            "learner": () if KINDS[kind].for_trainer else blocks,
        }
        for kind, blocks in shown.items()
    ]
    return Lesson.model_validate({**plain(node), "steps": steps})


@pytest.fixture(scope="module")
def set_texts(edition) -> dict[str, str]:
    """What can be read on each page and each sheet of the lesson with all samples."""
    lesson = edition.course.lessons["S1-01"]
    pages = lesson_pages(PageSetter(edition, TEMPLATES), lesson, ())
    printer = SheetPrinter(TEMPLATES / "handouts")
    printed = {
        one.sheet.name: printer.print_pdf(one.sheet, one.data, one.epoch)
        for one in lesson_orders(edition, lesson, FIGURES)
    }
    written = documents(edition, lesson, Dots())
    return (
        {name: squeezed(words_of_page(text)) for name, text in pages.items()}
        | {name: squeezed(words_of_pdf(pdf)) for name, pdf in printed.items()}
        | {f"{name}.docx": words(document) for name, document in written.items()}
    )


FOR_LEARNERS = ("lessons/S1-01.md", "讲义", "讲义.docx")
FOR_TRAINERS = ("trainer/S1-01.md", "教案", "教案.docx")


@pytest.mark.parametrize("kind", KINDS)
def test_every_word_of_a_sample_is_on_page_and_paper(edition, set_texts, kind):
    said = [edition.plain(one) for block in samples()[kind] for _, one in read_by_people(block)]
    assert said, f"templates/guide/blocks/{kind}.yml says nothing"
    wanted = FOR_TRAINERS if KINDS[kind].for_trainer else (*FOR_LEARNERS, *FOR_TRAINERS)
    lost = [(at, one) for at in wanted for one in said if squeezed(one) not in set_texts[at]]
    assert lost == [], f"templates for the block {kind} lose words"


@pytest.mark.parametrize("kind", [one for one in KINDS if not KINDS[one].cut_apart])
def test_a_sample_is_read_in_one_order_on_page_and_paper(edition, set_texts, kind):
    """Of what is cut apart each half has its own words first."""
    said = [squeezed(edition.plain(one)) for b in samples()[kind] for _, one in read_by_people(b)]
    wanted = FOR_TRAINERS if KINDS[kind].for_trainer else (*FOR_LEARNERS, *FOR_TRAINERS)
    orders = {at: in_order(said, set_texts[at], squeezed(f"看{kind}")) for at in wanted}
    assert orders == dict.fromkeys(wanted, orders[wanted[0]])


def in_order(said: list[str], text: str, title: str) -> list[str]:
    """What is said, as it follows upon the last title of its step that it follows upon."""
    steps = text.split(title)
    rests = (title.join(steps[n:]) for n in range(len(steps), 0, -1))
    step = next(rest for rest in rests if all(one in rest for one in said))
    return sorted(said, key=step.index)


@pytest.mark.parametrize("kind", [one for one in KINDS if KINDS[one].for_trainer])
def test_what_is_for_trainers_is_on_nothing_a_learner_gets(edition, set_texts, kind):
    said = [edition.plain(one) for block in samples()[kind] for _, one in sentences(block)]
    assert said
    assert [at for at in FOR_LEARNERS for one in said if squeezed(one) in set_texts[at]] == []


def words_of_page(markdown: str) -> str:
    return words_of(markdown.partition("\n---\n")[2])


def words_of_pdf(pdf: bytes) -> str:
    return "".join(page.get_textpage().get_text_range() for page in pdfium.PdfDocument(pdf))


def squeezed(text: str) -> str:
    return re.sub(r"[\W_]+", "", text)
