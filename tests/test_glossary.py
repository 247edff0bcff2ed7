"""The glossary is in the order of pinyin, and one tap leads to a letter."""

import pytest
from parsed import parsed

from cunbo.making.project import Project
from cunbo.model.course import Term
from cunbo.pages.alphabet import OTHERS, initial
from cunbo.pages.glosses import GlossedWords, Glosses
from cunbo.reading.curriculum import read_curriculum


@pytest.mark.parametrize(
    ("word", "letter"),
    [("课时", "K"), ("啊", "A"), ("安全", "A"), ("匝", "Z"), ("座", "Z"), ("压", "Y"), ("血", "X"),
     ("弹幕", "D"), ("AI", "A"), ("roi", "R"), ("亍", OTHERS), ("鑫", OTHERS), ("3C", OTHERS),
     ("《书》", OTHERS), ("𬭎", OTHERS), ("é", OTHERS)],
)  # fmt: skip
def test_a_word_is_looked_up_under_its_pinyin(word: str, letter: str):
    assert initial(word) == letter


def test_one_tap_leads_to_a_letter_and_every_word_is_there(course_built: Project):
    page = parsed(course_built.site / "glossary.html")
    jumps = [link.attributes["href"] for link in page.css("nav.initials a")]
    heads = [f"#{head.attributes['id']}" for head in page.css(".glossary section > h2")]
    assert jumps == heads == sorted(heads, key=lambda one: (one == f"#{OTHERS}", one))
    assert len(jumps) > 10
    course = read_curriculum(course_built.curriculum).course
    assert course is not None
    shown = [word.text().strip() for word in page.css(".terms dt")]
    assert sorted(shown) == sorted(term.term for term in course.glossary)
    assert [initial(word) for word in shown] == sorted(map(initial, shown))


def term(word: str, *not_in: str) -> Term:
    return Term(term=word, plain="大白话。", not_in=not_in)


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("先上架草稿，再上架", ["上架草稿", "上架"]),
        ("上架、上架、上架", ["上架"]),
        ("开播，再下播", ["开播"]),
        ("下播才晓得", ["下播"]),
        ("家祖上传下来的，上传一张", ["上传"]),
        ("用AI写，MAIL不是，AI2也不是", ["AI"]),
        ("拜托", []),
        ("", []),
    ],
)
def test_words_are_found_whole_and_once(text: str, marked: list[str]):
    words = map(term, ("上架", "上架草稿", "开播、下播", "AI", "托"))
    glosses = Glosses(GlossedWords([*words, term("上传", "祖上传")]))
    pieces = list(glosses.pieces(text))
    assert [piece for piece, anchor in pieces if anchor] == marked
    assert "".join(piece for piece, _ in pieces) == text
    assert glosses.any_in(text) is bool(marked)


def test_a_section_explains_its_words_anew():
    glosses = Glosses(GlossedWords([term("上架")]))
    assert [anchor for _, anchor in glosses.pieces("上架")] == [None, "w-上架", None]
    assert [anchor for _, anchor in glosses.pieces("上架")] == [None]
    glosses.section()
    assert [anchor for _, anchor in glosses.pieces("上架")] == [None, "w-上架", None]


def test_learners_are_told_hard_words_and_no_word_is_told_twice_in_a_section(course_built: Project):
    told = 0
    for path in sorted((course_built.site / "lessons").glob("*.html")):
        page = parsed(path)
        for section in page.css("section.step, section.sheet, section.facts"):
            links = [link.attributes["href"] for link in section.css("a.term")]
            assert len(links) == len(set(links)), path.name
            told += len(links)
        assert page.css("a.term a, a a.term, h1 .term, h2 .term, .quiz .term, summary .term") == []
    assert told > 100
    for path in (course_built.site / "trainer").glob("*.html"):
        assert parsed(path).css("a.term") == [], path.name
