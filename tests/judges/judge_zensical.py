"""A canary: MkDocs' successor builds the same tree, and the pages say the same."""

import re
import shutil
import sys
from pathlib import Path

import pytest

from cunbo.making.project import Project
from judges.programs import ask, listed

TAG = re.compile(r"<[^>]*>")


def words(page: Path) -> list[str]:
    """The words of a page's body, in order."""
    body = page.read_text(encoding="utf-8").partition("<body>")[2]
    return TAG.sub(" ", body).split()


@pytest.fixture(scope="module")
def tree(course_built: Project, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What a build hands to MkDocs, in a folder of its own, built by Zensical."""
    root = tmp_path_factory.mktemp("zensical")
    shutil.copy(course_built.settings, root)
    shutil.copytree(course_built.templates, root / "templates")
    shutil.copytree(course_built.docs, root / "build" / "docs")
    zensical = Path(sys.executable).parent / "zensical"
    answer = ask(zensical, "build", "--config-file", "mkdocs.yml", cwd=root)
    said = answer.stdout + answer.stderr
    assert answer.returncode == 0, said
    assert "No issues found" in said, said
    return root / "site"


def test_zensical_makes_every_page_with_the_same_words(course_built: Project, tree: Path):
    pages = [path.relative_to(course_built.site) for path in course_built.site.rglob("*.html")]
    assert len(pages) > 100
    missing = [str(page) for page in pages if not (tree / page).is_file()]
    assert missing == []
    other = [str(page) for page in pages if words(tree / page) != words(course_built.site / page)]
    assert listed(other) == ""


def test_zensical_copies_sheets_and_style_letter_for_letter(course_built: Project, tree: Path):
    files = [path for path in course_built.docs.rglob("*") if path.suffix in {".pdf", ".css"}]
    assert len(files) > 12
    names = [path.relative_to(course_built.docs) for path in files]
    other = [
        str(name)
        for name in names
        if (tree / name).read_bytes() != (course_built.docs / name).read_bytes()
    ]
    assert listed(other) == ""
