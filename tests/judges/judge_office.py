"""Documents: LibreOffice opens each, and what it prints has the words, the lines and the pages."""

import re
import zipfile
from io import BytesIO
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from casebook import real_course, small_course, told_at_home
from docx.oxml.ns import qn
from pypdfium2.raw import FPDF_PAGEOBJ_PATH
from reading_back import letters, overprinted
from word_back import Dots, documents, forms, opened, squeezed, words

from cunbo.documents.decks import slide_show
from cunbo.documents.quiz_bank import quiz_bank
from cunbo.making.project import Project
from judges.chinese_font import with_black_font
from judges.programs import ask

EDITION = told_at_home(real_course())
LESSONS = ("S1-01", "S1-08", "C1-03", "X1-02")
MILLIMETRE = 72 / 25.4
LEFT, RIGHT = 23 * MILLIMETRE, 195 * MILLIMETRE
HEAD, FOOT = 15.5 * MILLIMETRE, 14 * MILLIMETRE
FULL_WIDTH = 160 * MILLIMETRE


def of_word() -> dict[str, bytes]:
    """The small course's lesson, which has every kind of block, some of the real one, all forms."""
    small = told_at_home(small_course())
    made = {
        f"small-S1-01-{sheet}": one
        for sheet, one in documents(small, small.course.lessons["S1-01"], Dots()).items()
    }
    for name in LESSONS:
        lesson = EDITION.course.lessons[name]
        made |= {f"{name}-{one}": made for one, made in documents(EDITION, lesson, Dots()).items()}
    return made | forms(EDITION.whole)


@pytest.fixture(scope="module")
def written() -> dict[str, bytes]:
    return of_word()


@pytest.fixture(scope="module")
def printed(
    written: dict[str, bytes], tmp_path_factory: pytest.TempPathFactory
) -> dict[str, pdfium.PdfDocument]:
    """Every document as LibreOffice prints it. Asked once: it takes long to wake up."""
    root = tmp_path_factory.mktemp("office")
    files = {f"{name}.docx": one for name, one in written.items()}
    lesson = EDITION.course.lessons["S1-08"]
    files["slides.pptx"] = slide_show(EDITION, lesson, Dots())
    files["questions.xlsx"] = quiz_bank(EDITION, [lesson]) or b""
    for name, one in files.items():
        (root / name).write_bytes(one)
    own = f"-env:UserInstallation={(root / 'own').as_uri()}"
    to = ("--headless", "--convert-to", "pdf", "--outdir", root / "pdf")
    fonts = with_black_font(root, set().union(*map(letters_in, files.values())))
    answer = ask("soffice", own, *to, *(root / name for name in files), env=fonts)
    found = {path.stem: pdfium.PdfDocument(path) for path in (root / "pdf").glob("*.pdf")}
    assert set(found) == {Path(name).stem for name in files}, answer.stdout + answer.stderr
    return found


def letters_in(document: bytes) -> set[str]:
    """All that is in any of its parts."""
    with zipfile.ZipFile(BytesIO(document)) as parts:
        return set().union(
            *(parts.read(one).decode() for one in parts.namelist() if not one.endswith(".png"))
        )


def body(document: pdfium.PdfDocument) -> str:
    """The letters between head and foot, without the numbers that lists put before their items."""
    told = ""
    for page in document:
        width, height = page.get_size()
        told += page.get_textpage().get_text_bounded(0, FOOT, width, height - HEAD)
    return without_numbers(told)


def without_numbers(text: str) -> str:
    return re.sub(r"\d", "", squeezed(text))


def test_libreoffice_prints_every_word_of_every_document_in_its_order(written, printed):
    lost = [
        name for name, one in written.items() if without_numbers(words(one)) != body(printed[name])
    ]
    assert len(written) > 40
    assert lost == []


def test_no_letter_lies_beyond_the_margins_or_over_another(written, printed):
    for name in written:
        for number, page in enumerate(printed[name], 1):
            boxes = letters(page)
            assert boxes, (name, number)
            assert min(box[0] for box in boxes) > LEFT, (name, number)
            assert max(box[2] for box in boxes) < RIGHT, (name, number)
            assert overprinted(page) == [], (name, number)


def lines(page: pdfium.PdfPage) -> list[float]:
    """How high the lines stand that go from margin to margin."""
    found: set[float] = set()
    for one in page.get_objects(filter=[FPDF_PAGEOBJ_PATH]):
        left, bottom, right, top = one.get_bounds()
        if right - left > FULL_WIDTH and top - bottom < 3:
            found.add(round(bottom))
    return sorted(found)


def test_lines_to_write_on_are_there_and_far_enough_apart(written, printed):
    for name, one in written.items():
        wanted = sum(
            len(table.tr_lst)
            for table in opened(one).element.body.iterchildren(qn("w:tbl"))
            if table.tblPr.style == "Lines"
        )
        if wanted:
            assert sum(len(lines(page)) for page in printed[name]) >= wanted, name


def test_a_document_takes_about_as_many_pages_as_its_sheet(
    printed, course_built: Project, small_built: Project
):
    ours, sheets = 0, 0
    for name, document in printed.items():
        home = small_built if name.startswith("small-") else course_built
        sheet = home.site / "handouts" / f"{name.removeprefix('small-')}.pdf"
        if sheet.exists():
            pages = len(pdfium.PdfDocument(sheet))
            assert abs(len(document) - pages) <= 1, name
            ours, sheets = ours + len(document), sheets + pages
    assert sheets > 60
    assert abs(ours - sheets) <= sheets / 10


def test_slides_fill_their_pages_and_questions_fit_the_width(printed):
    slides = printed["slides"]
    assert len(slides) > 10
    for page in slides:
        width, height = page.get_size()
        assert abs(width * 9 - height * 16) < 5
        assert letters(page)
        assert all(box[0] > 0 and box[2] < width and box[1] > 0 for box in letters(page))
    questions = printed["questions"]
    told = squeezed("".join(page.get_textpage().get_text_range() for page in questions))
    for question in EDITION.course.lessons["S1-08"].quiz:
        assert squeezed(EDITION.plain(question.ask)) in told
    assert all(page.get_size()[0] > page.get_size()[1] for page in questions)
