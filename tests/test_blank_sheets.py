"""A sheet without letters is refused and not kept, whatever took the font away."""

import resource
import subprocess
import sys
from contextlib import suppress

import pypdfium2 as pdfium
import pytest
import typst
from casebook import sheets_of_small
from conftest import build

from cunbo.cli.main import main
from cunbo.handouts import typst_sheets
from cunbo.handouts.blank_sheet import BlankSheetError
from cunbo.handouts.read_back import read_back
from cunbo.making.project import Project

MEGABYTE = 2**20
PATIENCE = 40
"""Seconds in which a build that goes on has long ended; only one that waits for ever is cut off."""


def letters(project: Project, sheet: str) -> int:
    document = pdfium.PdfDocument(project.site / "handouts" / f"S1-01-{sheet}.pdf")
    return sum(page.get_textpage().count_chars() for page in document)


def test_a_sheet_printed_without_its_font_is_refused_and_not_kept(small, monkeypatch, capsys):
    def none() -> typst.Fonts:
        return typst.Fonts(
            include_system_fonts=False, include_embedded_fonts=False, font_paths=[small.root]
        )

    with monkeypatch.context() as patch:
        patch.setattr(typst_sheets, "_fonts", none)
        assert main(["--course", str(small.root), "build"]) == 1
    told = capsys.readouterr().err
    assert "印出来的 S1-01-讲义.pdf 第 1 页没有字" in told
    assert not small.site.exists()
    assert list(small.shelf.rglob("*.pdf")) == []
    build(small)
    assert f"新印 {sheets_of_small()} 份" in capsys.readouterr().out
    assert letters(small, "讲义") > 300


def test_where_memory_runs_out_no_sheet_is_blank(small):
    """A thread of Typst that gets no memory may leave the others waiting: whoever then breaks the
    build off finds no site and no blank sheet."""
    if _built_in(300 * MEGABYTE, small):
        assert min(letters(small, "讲义"), letters(small, "教案")) > 300
    else:
        assert not small.site.exists()
    for pdf in small.shelf.rglob("*.pdf"):
        read_back(pdf.read_bytes(), pdf.name)


def _built_in(memory: int, project: Project) -> bool:
    with suppress(subprocess.TimeoutExpired):
        done = subprocess.run(
            [sys.executable, "-m", "cunbo", "build"],
            cwd=project.root, capture_output=True, timeout=PATIENCE,
            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (memory, memory)),
        )  # fmt: skip
        return done.returncode == 0
    return False


def test_one_blank_page_among_others_is_found(small_built):
    whole = pdfium.PdfDocument(small_built.site / "handouts" / "S1-01-讲义.pdf")
    path = small_built.work.parent.parent / "with-a-blank-page.pdf"
    whole.new_page(595, 842)
    whole.save(path)
    with pytest.raises(BlankSheetError, match=f"with-a-blank-page.pdf 第 {len(whole)} 页"):
        read_back(path.read_bytes(), path.name)
