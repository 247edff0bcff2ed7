"""A sheet without letters is refused and not kept, whatever took the font away."""

import resource
import subprocess
import sys

import pypdfium2 as pdfium
import pytest
from casebook import sheets_of_small
from conftest import build

from cunbo.cli.main import main
from cunbo.handouts import typst_sheets
from cunbo.handouts.blank_sheet import BlankSheetError
from cunbo.handouts.read_back import read_back
from cunbo.making.project import Project

pytestmark = pytest.mark.usefixtures("prints_anew")
MEGABYTE = 2**20


def letters(project: Project, sheet: str) -> int:
    document = pdfium.PdfDocument(project.site / "handouts" / f"S1-01-{sheet}.pdf")
    return sum(page.get_textpage().count_chars() for page in document)


def test_a_sheet_printed_without_its_font_is_refused_and_not_kept(small, monkeypatch, capsys):
    with monkeypatch.context() as patch:
        patch.setattr(typst_sheets, "_fonts", lambda: (small.root,))
        assert main(["--course", str(small.root), "build"]) == 1
    told = capsys.readouterr().err
    assert "印出来的 S1-01-讲义.pdf 第 1 页没有字" in told
    assert not small.site.exists()
    assert list(small.shelf.rglob("*.pdf")) == []
    build(small)
    assert f"新印 {sheets_of_small()} 份" in capsys.readouterr().out
    assert letters(small, "讲义") > 300


def test_where_memory_runs_out_a_build_says_so_and_leaves_nothing(small):
    memory = 140 * MEGABYTE
    done = subprocess.run(
        [sys.executable, "-m", "cunbo", "build"],
        cwd=small.root, capture_output=True, text=True, check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (memory, memory)),
    )  # fmt: skip
    assert done.returncode == 1
    assert done.stderr.splitlines()[-1] == "讲义印到一半停了：内存不够。关掉别的程序，再做一遍。"
    assert "alloc" not in done.stderr
    assert not small.site.exists()
    for pdf in small.shelf.rglob("*.pdf"):
        read_back(pdf.read_bytes(), pdf.name)


def test_one_blank_page_among_others_is_found(small_built):
    whole = pdfium.PdfDocument(small_built.site / "handouts" / "S1-01-讲义.pdf")
    path = small_built.work.parent.parent / "with-a-blank-page.pdf"
    whole.new_page(595, 842)
    whole.save(path)
    with pytest.raises(BlankSheetError, match=f"with-a-blank-page.pdf 第 {len(whole)} 页"):
        read_back(path.read_bytes(), path.name)
