"""Every page is right in the eyes of the validator that stands behind the W3C's."""

import json
from pathlib import Path

from cunbo.making.project import Project
from judges.programs import NODE, ask, listed

VALIDATOR = NODE / "vnu-jar" / "build" / "dist" / "vnu.jar"


def faults(files: list[Path], root: Path, *options: str) -> list[str]:
    """The errors of files below `root`, each with the file's name, its line and what is there."""
    asked = ("--errors-only", "--format", "json", *options)
    answer = ask("java", "-jar", VALIDATOR, *asked, *files)
    found = json.loads(answer.stderr)["messages"]
    return [
        f"{Path(one['url'].removeprefix('file:')).relative_to(root)}:{one['lastLine']}: "
        f"{one['message']} {one.get('extract', '')!r}"
        for one in found
    ]


def test_no_page_has_an_error(course_built: Project, small_built: Project):
    for site in (course_built.site, small_built.site):
        pages = sorted(site.rglob("*.html"))
        assert len(pages) > 20
        assert listed(faults(pages, site)) == ""


def test_no_drawing_has_an_error(course_built: Project):
    drawings = sorted(course_built.site.rglob("*.svg"))
    assert len(drawings) > 1
    assert listed(faults(drawings, course_built.site, "--svg")) == ""


def test_an_error_would_be_found(tmp_path: Path):
    page = tmp_path / "page.html"
    page.write_text(
        "<!doctype html><html lang='zh-CN'><head><meta charset='utf-8'><title>页</title></head>"
        "<body>\n<input type='checkbox' autocomplete='off'>\n<dl><p>词</p></dl></body></html>",
        encoding="utf-8",
    )
    places = [fault.split(" ")[0] for fault in faults([page], tmp_path)]
    assert places == ["page.html:2:", "page.html:3:"]
