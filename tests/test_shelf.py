"""What was read before is not parsed again, and says the same as if it had been."""

from pathlib import Path

import pytest
from casebook import SMALL
from scratch import copied

from cunbo.checks.rules import check
from cunbo.cli.main import main
from cunbo.reading import curriculum as reader
from cunbo.reading import shelf as shelves
from cunbo.reading.curriculum import read_curriculum
from cunbo.reading.reading import Reading
from cunbo.reading.shelf import Shelf


@pytest.fixture
def course(tmp_path: Path) -> Path:
    return copied(SMALL, tmp_path / "curriculum")


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return Shelf(tmp_path / "read")


def shelved(tmp_path: Path) -> list[Path]:
    return sorted((tmp_path / "read").iterdir())


def all_of(reading: Reading) -> list[tuple[object, ...]]:
    """Every file's part, tree, lines and words of mistakes."""
    return [
        (key, one.part, one.source.node, one.source.lines, one.problems)
        for key, one in reading.files.items()
    ]


def test_a_second_reading_parses_nothing_and_says_the_same(course, shelf, monkeypatch):
    lesson = course / "lessons" / "S1-01.yml"
    lesson.write_bytes(b"\xef\xbb\xbf" + lesson.read_bytes().replace(b"\n", b"\r\n"))
    first = read_curriculum(course, shelf=shelf)
    shelf.keep(first)
    monkeypatch.setattr(reader, "read_source", lambda *_: pytest.fail("parsed again"))
    monkeypatch.setattr(shelves, "_node", lambda _: pytest.fail("a place was looked for"))
    second = read_curriculum(course, shelf=shelf)
    monkeypatch.undo()
    assert all_of(second) == all_of(first)
    assert check(second) == check(first)


def test_only_what_changed_is_parsed_and_only_what_is_read_is_kept(course, shelf, tmp_path):
    shelf.keep(read_curriculum(course, shelf=shelf))
    before = shelved(tmp_path)
    stamps = {path: path.stat().st_mtime_ns for path in before}
    lesson = course / "lessons" / "S1-01.yml"
    lesson.write_text(lesson.read_text(encoding="utf-8") + "\n# 改过\n", encoding="utf-8")
    shelf.keep(read_curriculum(course, shelf=shelf))
    after = shelved(tmp_path)
    assert len(after) == len(before)
    [new] = set(after) - set(before)
    assert all(path.stat().st_mtime_ns == stamps[path] for path in after if path != new)


def test_a_file_of_which_something_was_told_is_not_kept(course, shelf, tmp_path):
    shelf.keep(read_curriculum(course, shelf=shelf))
    whole = len(shelved(tmp_path))
    lesson = course / "lessons" / "S1-01.yml"
    lesson.write_text(lesson.read_text(encoding="utf-8").replace("hours: 1", "hours：1"), "utf-8")
    first = read_curriculum(course, shelf=shelf)
    shelf.keep(first)
    assert len(shelved(tmp_path)) == whole - 1
    again = read_curriculum(course, shelf=shelf)
    assert again.problems == first.problems
    assert len(again.problems) == 1


def test_a_file_of_the_shelf_that_was_cut_off_is_not_used(course, shelf, tmp_path):
    first = read_curriculum(course, shelf=shelf)
    for share in (0, 0.3, 0.6, 0.9, 0.99):
        shelf.keep(first)
        for path in shelved(tmp_path):
            data = path.read_bytes()
            path.write_bytes(data[: int(len(data) * share)])
        assert all_of(read_curriculum(course, shelf=shelf)) == all_of(first)
        for path in shelved(tmp_path):
            path.unlink()


def test_a_sign_that_cannot_be_written_is_read_again(course, shelf, tmp_path):
    lesson = course / "lessons" / "S1-01.yml"
    text = lesson.read_text(encoding="utf-8")
    lesson.write_text(text + '\n"x\\ud800": "a"\n', encoding="utf-8")
    first = read_curriculum(course, shelf=shelf)
    shelf.keep(first)
    assert all_of(read_curriculum(course, shelf=shelf)) == all_of(first)


def test_where_nothing_can_be_kept_reading_goes_on(course, tmp_path):
    (tmp_path / "read").write_text("a file", encoding="utf-8")
    shelf = Shelf(tmp_path / "read")
    shelf.keep(read_curriculum(course, shelf=shelf))
    assert read_curriculum(course, shelf=shelf).course


def test_code_that_reads_otherwise_finds_nothing_on_the_shelf(course, shelf, tmp_path, monkeypatch):
    shelf.keep(read_curriculum(course, shelf=shelf))
    before = set(shelved(tmp_path))
    monkeypatch.setattr("cunbo.reading.shelf._readers", lambda: b"of another day")
    shelf.keep(read_curriculum(course, shelf=shelf))
    assert before.isdisjoint(shelved(tmp_path))


def test_a_check_without_errors_keeps_what_it_read(small):
    assert main(["--course", str(small.root), "check"]) == 0
    assert any(small.read.iterdir())


def test_a_check_with_errors_keeps_nothing(small):
    lesson = small.curriculum / "lessons" / "S1-01.yml"
    lesson.write_text(lesson.read_text(encoding="utf-8") + "what: a\n", encoding="utf-8")
    assert main(["--course", str(small.root), "check"]) == 1
    assert not small.work.exists()


@pytest.mark.parametrize("name", ["work", "read", "found"])
def test_nothing_is_kept_where_a_link_leads(name, small, tmp_path):
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    link: Path = getattr(small, name)
    link.parent.mkdir(exist_ok=True)
    link.symlink_to(elsewhere)
    assert main(["--course", str(small.root), "check"]) == 0
    assert list(elsewhere.iterdir()) == []
