"""The glossary is in the order of pinyin, and one tap leads to a letter."""

import pytest
from parsed import parsed

from cunbo.pages.alphabet import OTHERS, initial
from cunbo.project import Project
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
