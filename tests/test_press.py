"""What sets sheets may die of what it likes: it is said in time, and the next press prints on."""

import os
import resource
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from casebook import small_reading

from cunbo.handouts.blank_sheet import BlankSheetError
from cunbo.handouts.orders import Order, lesson_orders
from cunbo.handouts.press import Press, PressError, SheetError, press_with
from cunbo.handouts.read_back import read_back
from cunbo.handouts.typst_sheets import SheetPrinter, _fonts
from cunbo.preview.rendered import PageKind, RenderError, Selection
from cunbo.preview.renderer import LessonRenderer
from cunbo.telling.edition import Edition
from cunbo.telling.sheet_table import SHEETS

pytestmark = pytest.mark.usefixtures("prints_anew")
TEMPLATES = Path(__file__).parent.parent / "templates" / "handouts"
MEGABYTE = 2**20
LOTS = 4000
PDF = {"format": "pdf"}
DATA = 5
"""What stands in a process's `statm`: the pages that it can write to."""


@pytest.fixture(scope="module")
def handout() -> Order:
    course = small_reading().course
    edition = Edition(course, next(iter(course.villages.values())))
    return next(lesson_orders(edition, course.lessons["S1-01"], course.figures))


@pytest.fixture
def press(tmp_path):
    """A press without fonts, of its own."""
    opened = Press((tmp_path,))
    yield opened
    opened.end()


def made(press: Press, root: Path, words: str) -> bytes:
    pdf = press.made(press.send(root, {"main.typ": words.encode()}, PDF))
    assert isinstance(pdf, bytes)
    return pdf


def test_what_waits_for_ever_is_ended(tmp_path, monkeypatch):
    """Nobody ever writes into this pipe; Typst waits for it as for a thread that failed."""
    os.mkfifo(tmp_path / "pipe")
    monkeypatch.setattr(Press, "patience", 2)
    press = Press((tmp_path,))
    with pytest.raises(PressError, match="nothing moves") as caught:
        made(press, tmp_path, '#read("pipe")')
    assert caught.value.lacked_memory


def test_what_waits_for_work_is_not(tmp_path, monkeypatch):
    monkeypatch.setattr(Press, "patience", 1)
    press = Press((tmp_path,))
    made(press, tmp_path, "#rect()")
    with pytest.raises(subprocess.TimeoutExpired):
        press._process.wait(2.5)
    made(press, tmp_path, "#rect()")


def test_a_press_that_the_system_ends_answers_all_it_was_asked_and_the_next_prints_on(handout):
    printer = SheetPrinter(TEMPLATES)
    first = printer.print_pdf(handout.sheet, handout.data, handout.epoch)
    many = [(handout.sheet, handout.data, handout.epoch, (side,)) for side in range(40)]
    printed = printer.print_pdfs(many)
    assert read_back(next(printed), "the first") is None
    os.kill(press_with(_fonts())._process.pid, signal.SIGKILL)
    with pytest.raises(PressError) as caught:
        list(printed)
    assert caught.value.lacked_memory
    assert printer.print_pdf(handout.sheet, handout.data, handout.epoch) == first


def test_a_sheet_that_cannot_be_set_does_not_end_the_press(press, tmp_path):
    sent = [press.send(tmp_path, {"main.typ": word}, PDF) for word in (b"#nothing", b"#rect()")]
    with pytest.raises(SheetError, match="unknown variable: nothing"):
        press.made(sent[0])
    assert press.made(sent[1]) == made(press, tmp_path, "#rect()")


def test_a_fault_of_typst_itself_is_no_want_of_memory(press, tmp_path):
    """It is told as any fault of the program is, with its words for those who mend it."""
    with pytest.raises(PressError, match="TypeError") as caught:
        press.made(press.send(tmp_path, {"main.typ": b""}, {"no such": "argument"}))
    assert not caught.value.lacked_memory
    with pytest.raises(PressError):
        press.send(tmp_path, {}, {})


def test_two_folders_with_the_same_names_are_not_mixed_up(press, tmp_path):
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "shape.typ").write_text(f"#rect(width: {len(name) * 9}pt)\n#rect()")
    (tmp_path / "two" / "shape.typ").write_text("#circle()")
    folders = [tmp_path / name for name in ("one", "two", "one", "two")]
    one, two, *again = (made(press, folder, '#include "shape.typ"') for folder in folders)
    assert [one, two] == again
    assert one != two


def test_a_press_ends_with_whoever_started_it(tmp_path):
    program = (
        "import os, signal, sys; from pathlib import Path; from cunbo.handouts.press import Press\n"
        "press = Press((Path(sys.argv[1]),)); press.made(press.send(Path('.'), {'main.typ': b''},"
        " {'format': 'pdf'})); print(press._process.pid, flush=True)\n"
        "os.kill(os.getpid(), signal.SIGKILL)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, tmp_path], capture_output=True, check=False
    )
    assert done.returncode == -signal.SIGKILL
    while _runs(int(done.stdout)):
        pass


def _runs(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(") ")[2][0] not in "ZX"
    except OSError:
        return False


@pytest.mark.parametrize("left", [0, 4, 8, 12, 15, 16, 17, LOTS])
def test_however_little_memory_is_left_there_is_an_answer(handout, monkeypatch, left):
    """With little of it Typst ends where it is, with some it waits for ever now and then, for a
    lock that the same thread has; or signs are set without their font, which is seen when they are
    read back. With enough a sheet is printed, and whole."""
    monkeypatch.setattr(Press, "patience", 2)
    press = _short_of_memory(left)
    troubles = []
    try:
        pdf = SheetPrinter(TEMPLATES).print_pdf(handout.sheet, handout.data, handout.epoch)
        read_back(pdf, handout.file)
    except (PressError, BlankSheetError) as error:
        troubles.append(error)
    press.end()
    assert all(one.lacked_memory for one in troubles if isinstance(one, PressError))
    assert left < LOTS or troubles == []
    assert left > 0 or troubles != []


def test_the_preview_says_so_and_prints_on(small):
    course = small_reading().course
    edition = Edition(course, next(iter(course.villages.values())))
    render, asked = LessonRenderer(small).render, Selection("S1-01", PageKind.LEARNER, SHEETS[0])
    _short_of_memory(0)
    with pytest.raises(RenderError) as caught:
        render(edition, asked, whole=True)
    assert caught.value.mistake.told == "讲义印到一半停了：内存不够；关掉别的程序，再保存一遍"
    assert len(render(edition, asked, whole=True).sheets) >= 1


@pytest.mark.parametrize("fault", [MemoryError(), ImportError("failed to map segment from it")])
def test_the_preview_calls_want_of_memory_no_fault_of_a_template(fault, small, monkeypatch):
    course = small_reading().course
    edition = Edition(course, next(iter(course.villages.values())))

    def fail(*_: object) -> None:
        raise fault

    monkeypatch.setattr(LessonRenderer, "_page", fail)
    with pytest.raises(RenderError) as caught:
        LessonRenderer(small).render(
            edition, Selection("S1-01", PageKind.LEARNER, SHEETS[0]), whole=True
        )
    assert caught.value.mistake.told == "内存不够；关掉别的程序，再保存一遍"


def _short_of_memory(left: int) -> Press:
    """The press that is used next, with so many MB for all that it sets."""
    press_with(_fonts()).end()
    press = press_with(_fonts())
    made(press, TEMPLATES, "")
    pid = press._process.pid
    held = int(Path(f"/proc/{pid}/statm").read_text().split()[DATA]) * resource.getpagesize()
    resource.prlimit(pid, resource.RLIMIT_DATA, (held + left * MEGABYTE,) * 2)
    return press
