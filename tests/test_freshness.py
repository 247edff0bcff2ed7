"""What makes a site, or a single sheet, again: everything it is made from, and nothing else."""

import errno
import os
import re
import shutil
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from importlib.metadata import version
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from casebook import sheets_of_small
from conftest import build, make_project
from prints import print_anew
from scratch import copied

from cunbo.cli.main import main
from cunbo.handouts.measured import Measured
from cunbo.handouts.orders import Order
from cunbo.making.files import (
    fingerprint,
    fingerprint_of,
    make_like,
    read_folder,
    write_if_changed,
)
from cunbo.making.freshness import tools
from cunbo.making.kept_sheets import KeptSheets
from cunbo.making.mark import NAME as MARK
from cunbo.making.printing import print_sheets
from cunbo.making.project import Project
from cunbo.telling.sheet_codes import SheetCode
from cunbo.telling.sheet_table import SHEETS
from cunbo.telling.sheets import Sheet

SAME = "没有变化，不用重做"
TOOLS = ["mkdocs", "mkdocs-material", "jinja2", "markdown", "typst", "manimgx-fonts-cjk",
         "pillow"]  # fmt: skip


@pytest.fixture(scope="module")
def two_villages(small_built, tmp_path_factory) -> Project:
    """The small course with a second village, built for the first. Read only."""
    project = Project(copied(small_built.root, tmp_path_factory.mktemp("fresh") / "small"))
    villages = project.curriculum / "villages"
    text = (villages / "xiaocun.yml").read_text(encoding="utf-8")
    other = text.replace("xiaocun", "dacun").replace("核桃", "板栗").replace("小村", "大村")
    (villages / "dacun.yml").write_text(other, encoding="utf-8")
    build(project)
    return project


@pytest.fixture
def built(two_villages, tmp_path, capsys) -> Project:
    """A built course of one's own, to change and build again."""
    project = Project(tmp_path / "built")
    copied(two_villages.root, project.root)
    build(project)
    assert SAME in capsys.readouterr().out
    return project


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count(old) >= 1, f"{old!r} does not stand in {path.name}"
    path.write_text(text.replace(old, new), encoding="utf-8")


def page(project: Project, name: str = "lessons/S1-01.html") -> str:
    return (project.site / name).read_text(encoding="utf-8")


def sheet(project: Project, kind: str) -> str:
    document = pdfium.PdfDocument(project.site / "handouts" / f"S1-01-{kind}.pdf")
    return "".join(one.get_textpage().get_text_range() for one in document)


def test_another_village_makes_another_site_and_other_sheets(built, capsys):
    before = read_folder(built.site / "handouts")
    build(built, "--village", "dacun")
    said = capsys.readouterr().out
    assert SAME not in said
    others = {name for name, pdf in read_folder(built.site / "handouts").items()
              if before[name] != pdf}  # fmt: skip
    assert {"S1-01-讲义.pdf", "S1-01-教案.pdf"} <= others < set(before)
    assert f"新印 {len(others)} 份" in said, "what says nothing of a village is the same in all"
    for text in (page(built), sheet(built, "讲义")):
        assert "板栗" in text
        assert "核桃" not in text
    for text in (page(built), sheet(built, "讲义"), sheet(built, "教案")):
        assert "示例村：大村" in text
        assert "小村" not in text
    build(built, "--village", "xiaocun")
    assert "核桃" in page(built)
    assert "核桃" in sheet(built, "讲义")


def test_changed_settings_of_the_site_make_it_again(built):
    change(built.settings, "site_name: 村播课", "site_name: 大村的课")
    build(built)
    assert "大村的课" in page(built)
    assert "大村的课" in page(built, "map.html")


@pytest.mark.parametrize(
    ("template", "old", "new"),
    [
        ("pages/lesson.html.j2", "学完您能", "学完能做"),
        ("theme/partials/footer.html", "回到顶上", "回上面去"),
    ],
)
def test_a_changed_template_makes_the_pages_again_and_no_sheet(built, capsys, template, old, new):
    assert new not in page(built)
    change(built.templates / template, old, new)
    build(built)
    assert new in page(built)
    assert "新印 0 份" in capsys.readouterr().out


def test_a_changed_template_of_the_sheets_prints_all_of_them_again(built, capsys):
    change(built.templates / "handouts" / "learner.typ", "先圈一个，再举手", "画圈，举手")
    build(built)
    assert f"新印 {sheets_of_small()} 份" in capsys.readouterr().out
    assert "画圈，举手" in sheet(built, "讲义")


def test_another_version_of_a_tool_makes_everything_again(built, capsys, monkeypatch):
    monkeypatch.setattr("cunbo.making.freshness.version", newer("typst"))
    build(built)
    assert f"新印 {sheets_of_small()} 份" in capsys.readouterr().out
    build(built)
    assert SAME in capsys.readouterr().out


@pytest.mark.parametrize("tool", TOOLS)
def test_the_version_of_every_tool_counts(monkeypatch, tool):
    before = tools()
    assert f"{tool}={version(tool)}" in before.split()
    monkeypatch.setattr("cunbo.making.freshness.version", newer(tool))
    assert tools() != before


def newer(tool: str) -> Callable[[str], str]:
    """What tells versions when a newer `tool` is installed."""
    return lambda name: "99.0" if name == tool else version(name)


CHANGES = {
    "curriculum/lessons/S1-01.yml": ("steps: [先写, 再念]", "steps: [写, 念]"),
    "curriculum/facts/ad-words.yml": ("广告里不能说", "广告上不能写"),
    "curriculum/forms/sheet.yml": ("一行写一句", "一行写两句"),
    "curriculum/villages/xiaocun.yml": ("核桃", "山核桃"),
    "curriculum/glossary.yml": ("东西长出来的地方", "东西是哪里长的"),
    "templates/pages/lesson.html.j2": ("学完您能", "学完能做"),
    "templates/pages/blocks/note.html.j2": ("岔子", "出岔子"),
    "templates/theme/partials/footer.html": ("回到顶上", "回上面去"),
    "templates/theme/styles/palette.css": (":root", ":root, body"),
    "templates/handouts/learner.typ": ("先圈一个，再举手", "画圈，举手"),
    "mkdocs.yml": ("site_name: 村播课", "site_name: 大村的课"),
}


def test_whatever_changes_the_site_is_what_a_clean_build_makes(built, tmp_path, monkeypatch):
    """One kind of input after the other, each built on what the last build left."""
    for name, (old, new) in CHANGES.items():
        change(built.root / name, old, new)
        before = read_folder(built.site, _is_no_mark)
        assert main(["--course", str(built.root), "build"]) == 0
        assert read_folder(built.site, _is_no_mark) != before, name
    monkeypatch.setattr("cunbo.making.freshness.version", newer("jinja2"))
    assert main(["--course", str(built.root), "build"]) == 0
    clean = make_project(tmp_path / "clean", built.curriculum)
    make_like(clean.templates, read_folder(built.templates))
    shutil.copy(built.settings, clean.settings)
    print_anew(monkeypatch)
    assert main(["--course", str(clean.root), "build"]) == 0
    assert read_folder(clean.site) == read_folder(built.site)


def _is_no_mark(name: str) -> bool:
    return name != MARK


def test_a_word_for_learners_does_not_print_the_plan_of_the_trainer_again(built, capsys):
    """Only the handout and the slides."""
    change(built.curriculum / "lessons" / "S1-01.yml", "steps: [先写, 再念]", "steps: [写, 念]")
    build(built)
    assert "新印 2 份" in capsys.readouterr().out


def test_sheets_alike_in_words_but_not_in_kind_or_date_lie_apart(small, monkeypatch):
    """The second time every sheet is taken from the shelf, and each is still its own."""

    class Stamp:
        def __init__(self, templates: Path) -> None:
            self._templates = fingerprint_of(read_folder(templates))

        def print_pdfs(self, sheets: Iterable[tuple[Sheet, bytes, int, object]]) -> Iterator[bytes]:
            for sheet, data, epoch, _ in sheets:
                yield f"{sheet.name} {epoch} {data.decode()} {self._templates}".encode()

    monkeypatch.setattr("cunbo.making.printing.SheetPrinter", Stamp)
    found = Measured((1,), ())
    monkeypatch.setattr("cunbo.handouts.measuring.measured", lambda pdf, file, margin: found)
    learner, *_, trainer = SHEETS
    first = Order("S1-01", learner, b"{}", SheetCode("S101J", "", "", None), 1)
    work = (
        first,
        replace(first, sheet=trainer),
        replace(first, lesson_id="S1-02", epoch=2),
        replace(first, lesson_id="S1-03", data=b"[]"),
    )
    templates, kept = small.templates / "handouts", KeptSheets(small.work / "sheets")
    made = print_sheets(work, "liushu", templates, kept)
    again = print_sheets(work, "liushu", templates, kept)
    assert len(set(made.files.values())) == 4
    assert again.files == made.files
    assert (made.fresh, again.fresh) == (4, 0)
    (templates / "learner.typ").write_text("// other", encoding="utf-8")
    anew = print_sheets(work, "liushu", templates, kept)
    assert not set(anew.files.values()) & set(made.files.values())
    assert anew.fresh == 4


def test_sheets_of_the_villages_built_of_late_are_kept_and_no_others(tmp_path):
    kept = KeptSheets(tmp_path / "sheets")
    for number in range(10):
        kept.put(f"key{number}", {"a.pdf": b"%PDF"})
        kept.used(f"village{number}", [f"key{number}"])
    left = [number for number in range(10) if kept.path(f"key{number}", "a.pdf").is_file()]
    assert left == [2, 3, 4, 5, 6, 7, 8, 9]
    kept.put("other", {"a.pdf": b"%PDF"})
    kept.used("village5", ["other"])
    assert not kept.path("key5", "a.pdf").exists()
    assert kept.path("key2", "a.pdf").is_file()


def test_a_broken_list_of_kept_sheets_is_begun_anew(tmp_path):
    kept = KeptSheets(tmp_path)
    kept.put("old", {"a.pdf": b"%PDF"})
    (tmp_path / "villages.json").write_text('{"liushu": 3}', encoding="utf-8")
    kept.put("new", {"a.pdf": b"%PDF"})
    kept.used("liushu", ["new"])
    assert kept.path("new", "a.pdf").is_file()
    assert not kept.path("old", "a.pdf").exists()


def test_going_back_to_a_village_prints_nothing_again(built, capsys):
    village = built.curriculum / "villages" / "liushu.yml"
    sample = next((built.curriculum / "villages").glob("*.yml"))
    text = sample.read_text(encoding="utf-8").replace(f"id: {sample.stem}", "id: liushu", 1)
    village.write_text(re.sub("^name: .*$", "name: 柳树村", text, flags=re.M), encoding="utf-8")
    build(built, "--village", "liushu")
    assert "新印 0 份" not in capsys.readouterr().out
    build(built, "--village", sample.stem)
    assert "新印 0 份" in capsys.readouterr().out


def test_the_last_review_is_the_only_clock_and_the_environment_is_put_back(built, monkeypatch):
    """A page that asks for the day of the build gets the day of the last review."""
    footer = built.templates / "theme" / "partials" / "footer.html"
    change(footer, "回到顶上", "{{ build_date_utc }}")
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    build(built)
    assert "SOURCE_DATE_EPOCH" not in os.environ
    assert "2026-11-01 00:00:00" in page(built)
    whole = read_folder(built.site)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1000")
    shutil.rmtree(built.site)
    build(built)
    assert os.environ["SOURCE_DATE_EPOCH"] == "1000"
    assert read_folder(built.site) == whole


def test_a_sheet_is_dated_by_its_review(small_built):
    raw = (small_built.site / "handouts" / "S1-01-讲义.pdf").read_bytes()
    dates = re.findall(rb"/(?:CreationDate|ModDate)\s*\(D:(\d{8})", raw)
    assert set(dates) == {b"20261101"}


def test_a_site_lost_in_the_middle_of_a_swap_is_back_though_the_next_build_fails(built):
    whole = read_folder(built.site)
    built.site.rename(built.work / "site.last")
    with (built.templates / "pages" / "lesson.html.j2").open("a", encoding="utf-8") as template:
        template.write("{% nonsense %}")
    assert main(["--course", str(built.root), "build"]) == 1
    assert read_folder(built.site) == whole


def test_a_file_is_written_whole_or_not_at_all(tmp_path, monkeypatch):
    path = tmp_path / "index.html"
    path.write_bytes(b"whole")
    write = Path.write_bytes

    def full_disk(self: Path, data: bytes) -> int:
        write(self, data[:2])
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full_disk)
    with pytest.raises(OSError, match="No space"):
        write_if_changed(path, b"another")
    assert path.read_bytes() == b"whole"


def test_a_fingerprint_knows_where_each_part_ends():
    assert fingerprint("ab", "c") != fingerprint("a", "bc")
    assert fingerprint_of({"a": b"bc"}) != fingerprint_of({"ab": b"c"})
    assert fingerprint_of({"a": b"1", "b": b"2"}) == fingerprint_of({"b": b"2", "a": b"1"})
