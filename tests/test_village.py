"""A build keeps to the village that was asked for, and says whose site it is."""

import shutil
from pathlib import Path

import pytest
from casebook import SMALL
from conftest import build, make_project

from cunbo.cli.main import main
from cunbo.making.project import Project
from cunbo.making.village import keep_village, kept_village, village_of
from cunbo.preview.mender import Mender
from cunbo.preview.preview import Preview
from cunbo.preview.renderer import LessonRenderer
from cunbo.preview.snapshots import Snapshots
from cunbo.reading.curriculum import read_curriculum


@pytest.fixture
def two(tmp_path: Path) -> Project:
    """The small course with a village of its own beside the sample."""
    project = make_project(tmp_path / "two", SMALL)
    villages = project.curriculum / "villages"
    text = (villages / "xiaocun.yml").read_text(encoding="utf-8")
    own = text.replace("xiaocun", "liushu").replace("sample: true\n", "").replace("小村", "柳树村")
    own = own.replace("核桃", "柳树村的柳条")
    (villages / "liushu.yml").write_text(own, encoding="utf-8")
    return project


def last_lines(capsys: pytest.CaptureFixture[str]) -> str:
    return "\n".join(capsys.readouterr().out.splitlines()[-2:])


def test_a_build_says_its_village_and_keeps_to_it(two, capsys):
    build(two, "--village", "liushu")
    assert "村：柳树村。不写 --village 也一直是它" in last_lines(capsys)
    build(two)
    assert "没有变化" in (said := capsys.readouterr().out)
    assert "村：柳树村" in said
    shutil.rmtree(two.work)
    shutil.rmtree(two.site)
    build(two)
    assert "村：柳树村" in last_lines(capsys)
    assert "柳树村" in (two.site / "lessons" / "S1-01.html").read_text(encoding="utf-8")


def test_a_build_that_fails_changes_no_choice(two, capsys):
    two.site.mkdir()
    (two.site / "CNAME").touch()
    assert main(["--course", str(two.root), "build", "--village", "liushu"]) == 1
    assert kept_village(two) is None
    assert main(["--course", str(two.root), "build", "--village", "meiyou"]) == 2
    assert kept_village(two) is None


def test_the_village_of_the_course_is_followed_and_not_kept(two):
    course = read_curriculum(two.curriculum).course
    assert course is not None
    keep_village(two, course, "liushu")
    assert village_of(two, course, None) == "liushu"
    assert village_of(two, course, "xiaocun") == "xiaocun"
    keep_village(two, course, "xiaocun")
    assert not two.chosen_village.exists()
    assert village_of(two, course, None) == "xiaocun"


@pytest.mark.parametrize("kept", [b"", b"meiyou\n", b"\xff\xfe", b"../../etc"])
def test_a_choice_that_is_none_any_more_is_passed_over(two, kept):
    course = read_curriculum(two.curriculum).course
    assert course is not None
    two.chosen_village.write_bytes(kept)
    assert village_of(two, course, None) == "xiaocun"


def test_a_choice_is_not_written_through_a_link(two, tmp_path):
    course = read_curriculum(two.curriculum).course
    assert course is not None
    (tmp_path / "diary.txt").write_text("mine", encoding="utf-8")
    two.chosen_village.symlink_to(tmp_path / "diary.txt")
    keep_village(two, course, "liushu")
    assert kept_village(two) == "liushu"
    assert (tmp_path / "diary.txt").read_text(encoding="utf-8") == "mine"


def test_the_preview_shows_the_village_that_was_built_last(two):
    course = read_curriculum(two.curriculum).course
    assert course is not None
    keep_village(two, course, "liushu")
    edition = Snapshots(two, None).take().edition
    assert edition is not None
    assert edition.village.id == "liushu"
    said: list[str] = []
    preview = Preview(two, None, said.append, Mender(two).mend, LessonRenderer(two).render)
    preview.refresh(frozenset())
    assert said[-1].strip() == "村：柳树村"
    before = kept_village(two)
    Snapshots(two, "xiaocun").take()
    assert kept_village(two) == before
