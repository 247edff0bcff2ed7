"""Every kind of page is whole in Firefox, opened from a folder, on a phone and on a desk."""

from pathlib import Path

import pytest

from cunbo.project import Project
from judges.firefox import Firefox, firefox
from judges.kinds import DESKTOP, LAYOUT, PHONE, one_of_each_kind
from judges.programs import listed


@pytest.fixture(scope="module")
def window(tmp_path_factory: pytest.TempPathFactory):
    with firefox(tmp_path_factory.mktemp("firefox")) as opened:
        yield opened


def faults(window: Firefox, page: Path) -> list[str]:
    """What is wrong with a page at both sizes."""
    window.open(page.as_uri())
    found = []
    for size in (PHONE, DESKTOP):
        window.resize(size)
        found += [f"{page.name} at {size['width']} px: {one}" for one in window.evaluate(LAYOUT)]
    return found + [f"{page.name}: {trouble}" for trouble in window.troubles]


def test_every_kind_of_page_is_whole(window: Firefox, course_built: Project):
    pages = one_of_each_kind(course_built.site)
    assert len(pages) > 20
    assert listed(one for page in pages for one in faults(window, course_built.site / page)) == ""


def test_the_menu_of_a_phone_opens_without_a_script(window: Firefox, course_built: Project):
    window.resize(PHONE)
    window.open((course_built.site / "lessons" / "S1-07.html").as_uri())
    shown = (
        "() => [...document.querySelectorAll('.menu a')].filter(a => a.checkVisibility()).length"
    )
    assert window.evaluate(shown) == 0
    window.evaluate("() => { document.querySelector('.menu summary').click(); return true }")
    assert window.evaluate(shown) >= 6
    assert listed(window.evaluate(LAYOUT)) == ""


def test_a_page_that_is_broken_would_be_noticed(window: Firefox, tmp_path: Path):
    page = tmp_path / "broken.html"
    page.write_text(
        "<!doctype html><meta charset='utf-8'><title>页</title><main><p style='width: 500px'>"
        "这一页太宽，手机上要左右拖着看，一行字的开头和末尾总有一头看不见，谁都不愿意看"
        "</p></main><script>throw new Error('stop')</script>",
        encoding="utf-8",
    )
    said = listed(faults(window, page))
    assert "the page is 508 px wide on a screen of 390" in said
    assert "stop" in said
