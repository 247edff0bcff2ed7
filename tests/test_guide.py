"""The author's guide: whole, true to the model and to the checks, and readable on a phone."""

import re
import shutil
from itertools import pairwise
from pathlib import Path

import pytest
import test_site
import yaml
from casebook import SMALL, problems_of, real_course, real_reading
from conftest import ROOT
from parsed import parsed
from playwright.sync_api import Page, expect
from pydantic import TypeAdapter
from scratch import copied

from cunbo.checks.rules import check
from cunbo.making.project import Project
from cunbo.model.blocks import Block, block_kinds
from cunbo.model.choices import CaseDevice, ElderAnswer, Goods
from cunbo.model.course import Week
from cunbo.model.lesson import Lesson, Step, Trial
from cunbo.pages import fields
from cunbo.pages.authoring import block_samples, lesson_keys
from cunbo.pages.fields import KeyInWords
from cunbo.problems.codes import Code
from cunbo.problems.problem import Location, Problem
from cunbo.reading.curriculum import read_curriculum
from cunbo.reading.parsing import read_source
from cunbo.reading.validation import validate

TEMPLATES = ROOT / "templates"
AUTHORS_PAGES = 15


def all_kinds() -> set[str]:
    return {one.kind for one in block_kinds()}


def author_pages(site: Path) -> list[Path]:
    found = [site / "for-authors.html", *sorted((site / "authors").glob("*.html"))]
    assert len(found) >= AUTHORS_PAGES
    return found


def problems_of_sample_lesson(curriculum: Path, change: str = "") -> list[Problem]:
    """What check says of the guide's sample lesson when it lies in the real course, on a path."""
    copied(ROOT / "curriculum", curriculum)
    text = (TEMPLATES / "guide" / "lesson.yml").read_text(encoding="utf-8")
    (curriculum / "lessons" / "S1-99.yml").write_text(change or text, encoding="utf-8")
    path = curriculum / "paths" / "A.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("electives: [", "electives: [S1-99, "), encoding="utf-8")
    found = check(read_curriculum(curriculum, real_reading()))
    return [one for one in found if one.at.file.endswith("S1-99.yml")]


def test_every_kind_of_block_has_a_sample_of_its_own_kind():
    samples = {one.kind: one.blocks for one in block_samples(TEMPLATES)}
    assert samples.keys() == all_kinds()
    assert {kind: {one.kind for one in blocks} for kind, blocks in samples.items()} == {
        kind: {kind} for kind in all_kinds()
    }
    files = {path.stem for path in (TEMPLATES / "guide" / "blocks").iterdir()}
    assert files == all_kinds()


def test_every_key_of_a_lesson_has_lines_in_the_sample_lesson():
    keys = lesson_keys(TEMPLATES)
    assert [one.key.name for one in keys] == list(Lesson.model_fields)
    assert [one.key.name for one in keys if not one.typed.startswith(f"{one.key.name}:")] == []


def test_every_key_says_what_it_means():
    def silent(keys: tuple[KeyInWords, ...]) -> list[str]:
        own = [one.name for one in keys if not (one.meaning and one.shape)]
        return own + [name for one in keys for name in silent(one.inside)]

    models = [Lesson, *block_kinds()]
    assert len(models) > 10
    assert [name for model in models for name in silent(fields.keys_in_words(model))] == []


def test_the_sample_lesson_passes_every_check_of_the_real_course(tmp_path):
    assert problems_of_sample_lesson(tmp_path / "curriculum") == []


def test_the_short_sample_is_a_lesson():
    path = TEMPLATES / "pages" / "sample.yml"
    source = read_source(path.name, path.read_bytes())
    assert (source.told, validate(source, Lesson)[1]) == ((), ())


def test_the_keys_marked_as_wanted_are_those_that_check_wants(tmp_path):
    text = (TEMPLATES / "guide" / "lesson.yml").read_text(encoding="utf-8")
    fields_of_lesson = Lesson.model_fields.items()
    drop = "|".join(name for name, one in fields_of_lesson
                    if not one.is_required() and name != "steps")  # fmt: skip
    bare = re.sub(rf"^(?:{drop}):.*\n(?:[ -].*\n)*", "", text, flags=re.MULTILINE)
    found = problems_of_sample_lesson(tmp_path / "curriculum", bare)
    wanted = {one.mend.split(":")[0].removeprefix("补一行 ")
              for one in found if one.code is Code.UNFINISHED_LESSON}  # fmt: skip
    assert wanted == set(Lesson.ONCE_WRITTEN)


def test_the_drawing_of_the_guide_keeps_the_rules_for_drawings(tmp_path):
    curriculum = copied(SMALL, tmp_path / "curriculum")
    shutil.copy(TEMPLATES / "theme" / "figures" / "example.svg", curriculum / "figures")
    assert problems_of(curriculum) == []
    (curriculum / "figures" / "example.svg").write_text("<svg><text/></svg>")
    place = Location("curriculum/figures/example.svg")
    assert [one.at for one in problems_of(curriculum)] == [place]


@pytest.mark.parametrize(
    ("model", "path", "shape"),
    [
        (Lesson, "id", "课的编号，像 S1-07"),
        (Lesson, "card", "列表，最多 5 项，每项是一句话"),
        (Lesson, "steps/minutes", "整数，1 到 180"),
        (Lesson, "steps/learner", "列表，一项一种内容"),
        (Lesson, "reviewed", "日期，像 2026-11-22"),
        (Lesson, "deliverable/form", "小写英文短名，像 product-card"),
        (Lesson, "track", "只能写 skills、culture、integration"),
        (Lesson, "after/follow_up/day_30", "一句话"),
    ],
)
def test_shapes_are_told_in_words(model, path, shape):
    keys = fields.keys_in_words(model)
    *above, last = path.split("/")
    for name in above:
        keys = next(one for one in keys if one.name == name).inside
    assert next(one for one in keys if one.name == last).shape == shape


def test_the_guide_names_every_key_of_a_lesson_and_shows_every_block(small_built):
    keys = (small_built.site / "authors" / "keys.html").read_text(encoding="utf-8")
    missing = [name for name in Lesson.model_fields if f'id="{name}"' not in keys]
    assert missing == []
    blocks = (small_built.site / "authors" / "blocks.html").read_text(encoding="utf-8")
    assert [kind for kind in all_kinds() if f'id="{kind}"' not in blocks] == []


def typed_on(site: Path, page: str) -> dict[str, object]:
    """What is shown as typed on a page of the guide, by the key it begins with."""
    typed = [one.text() for one in parsed(site / "authors" / page).css("pre code")]
    read = [yaml.safe_load(one) for one in typed if re.match(r"[a-z]+:", one)]
    return {key: value for one in read for key, value in one.items()}


def test_what_the_guide_says_of_the_pattern_is_what_the_model_takes(course_built):
    typed = typed_on(course_built.site, "pattern.html")
    assert TypeAdapter(tuple[Trial, ...]).validate_python(typed["tried"])
    assert TypeAdapter(tuple[Block, ...]).validate_python(typed["trainer"])
    assert isinstance(typed["steps"], list)
    step = Step.model_validate({"title": "练", "minutes": 5, **typed["steps"][0]})
    course = real_course()
    known = {one.id for paper in course.papers.values() for one in paper.proposals}
    assert {*step.answers, *step.touches} <= known
    weeks = typed_on(course_built.site, "beside.html")["weeks"]
    assert TypeAdapter(tuple[Week, ...]).validate_python(weeks)


def test_the_guide_tells_every_choice_of_the_pattern(small_built):
    authors = small_built.site / "authors"
    for page, choices in (
        ("pattern.html", ElderAnswer),
        ("pattern.html", CaseDevice),
        ("around.html", Goods),
    ):
        told = {one.text() for one in parsed(authors / page).css(".files dt code")}
        assert {one.value for one in choices} <= told


def test_the_guide_tells_how_each_slot_is_filled(course_built):
    course = real_course()
    [told] = [one.text() for one in parsed(course_built.site / "authors/around.html").css(".two")]
    for slot in course.slots:
        assert slot.grammar in told
        assert all(example in told for example in slot.examples.values())


def test_a_sample_is_set_by_the_real_template(page: Page, small_built: Project):
    page.goto((small_built.site / "authors" / "blocks.html").as_uri())
    section = page.locator("section", has=page.locator("#checklist"))
    expect(section.locator(".picture ul.checklist li")).to_have_count(3)
    page.locator(".picture img").scroll_into_view_if_needed()
    page.wait_for_function("document.querySelector('.picture img').naturalWidth > 0")


def test_every_code_of_the_manual_can_be_pointed_at(small_built):
    authors = small_built.site / "authors"
    index = (authors / "errors.html").read_text(encoding="utf-8")
    for code in Code:
        assert f'<li id="{code.value}">' in index
        link = re.search(rf'href="([^"#]*)#{code.value}"', index)
        assert link, code
        chapter = (authors / Path(link[1]).name).read_text(encoding="utf-8")
        assert f'id="{code.value}"' in chapter


def test_headings_of_author_pages_are_in_order(small_built: Project):
    for path in author_pages(small_built.site):
        levels = [int(one.tag[1]) for one in parsed(path).css("h1, h2, h3")]
        assert (levels.count(1), levels[0]) == (1, 1), path.name
        steps = [two - one for one, two in pairwise(levels)]
        assert max(steps) <= 1, path.name


def test_author_pages_fit_their_screen_are_legible_and_can_be_tapped(
    page: Page, small_built: Project
):
    for path in author_pages(small_built.site):
        page.goto(path.as_uri())
        for width in (320, 1280, 390):
            page.set_viewport_size({"width": width, "height": 844})
            assert page.evaluate("document.documentElement.scrollWidth") <= width, path.name
        assert page.eval_on_selector_all(test_site.TO_TAP, test_site.TOO_SMALL_TO_TAP) == [], (
            path.name
        )
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            assert page.evaluate(test_site.CONTRAST) == [], (scheme, path.name)
