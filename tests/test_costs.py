"""Nothing an author can save in a file costs time that grows with the square of its size."""

from pathlib import Path

import pytest
from casebook import Change, problems_of

from cunbo.problems.notice import notice
from cunbo.reading.lines import speaks
from cunbo.reading.parsing import read_source

_SIZE = 60_000
"""Signs. What grows with the square takes tens of seconds for so many, what does not a tenth of
one."""
_MOST_SHOWN = 201
_TEXTS = {
    "bold": '"[' + "*" * _SIZE + '"',
    "bold stretches": '"' + "**a" * (_SIZE // 3) + '"',
    "half links": '"' + "[a](" * (_SIZE // 4) + '"',
    "slots": '"' + "【" * (_SIZE // 3) + '"',
    "blanks": "x" + " " * _SIZE + "x",
    "unseen signs": "\u200b" * _SIZE,
    "backslashes": '"' + r"\q" * (_SIZE // 2) + '"',
    "brackets": "[" * _SIZE,
    "aliases": "[" + "*a, " * (_SIZE // 4) + "]",
    "aliases in lines": "".join("\n  - *a" for _ in range(_SIZE // 8)),
    "lines": "\n  ".join("念" for _ in range(_SIZE // 4)),
    "lines with items": "\n  - ".join("念" for _ in range(_SIZE // 6)),
}
_DRAWINGS = {
    "letters": f'd="{"M" * _SIZE}"',
    "digits": f'width="{"1" * _SIZE}."',
    "blanks": f'fill="{" " * _SIZE}x"',
    "calls": f'transform="{"rotate(" * (_SIZE // 7)}"',
    "own parts": f'fill="{"url(#a" * (_SIZE // 6)}"',
}


@pytest.mark.parametrize("words", _TEXTS.values(), ids=_TEXTS)
def test_a_long_text_is_read_at_once(words: str, curriculum: Path, cpu_seconds):
    change = Change(
        file="forms/sheet.yml", in_place_of="hint: 一行写一句。", wrong=f"hint: {words}"
    )
    change.make(curriculum)
    with cpu_seconds(10):
        assert len(problems_of(curriculum)) <= _MOST_SHOWN


@pytest.mark.parametrize("attribute", _DRAWINGS.values(), ids=_DRAWINGS)
def test_a_long_attribute_is_judged_at_once(attribute: str, curriculum: Path, cpu_seconds):
    head = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">'
    drawing = f"{head}<path {attribute}/></svg>"
    (curriculum / "figures" / "hand.svg").write_text(drawing, encoding="utf-8")
    with cpu_seconds(10):
        assert len(problems_of(curriculum)) <= 1


def test_many_mistakes_in_one_line_are_shown_at_once(curriculum: Path, cpu_seconds):
    words = "".join(f"【空{number}】" for number in range(6_000))
    change = Change(
        file="lessons/S1-01.yml", in_place_of="homework: 念给家里人听。", wrong=f"homework: {words}"
    )
    change.make(curriculum)
    problems = problems_of(curriculum)
    text = (curriculum / "lessons" / "S1-01.yml").read_text(encoding="utf-8")
    lines = {problems[0].at.file: text.split("\n")}
    with cpu_seconds(5):
        assert len({notice(problem, lines).place for problem in problems}) == 6_000


_LONG = "    # " + "念" * 400 + "\n"


@pytest.mark.parametrize(
    ("text", "told", "unread"), [("  - *a\n" * 300, 200, 101), (f"  - @a\n{_LONG}" * 100, 72, 28)]
)
def test_a_file_full_of_slips_says_how_much_was_not_read(text, told, unread):
    text = f"bring:\n{text}"
    *slips, last = read_source("f.yml", text.encode()).problems
    assert len(slips) == told
    what = f"这个文件里错的地方太多，先列出 {told} 处，从这一行起还有 {unread} 行没有读"
    assert last.what == what
    assert sum(map(speaks, text.split("\n")[last.at.line - 1 :])) == unread
