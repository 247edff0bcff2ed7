"""What holds only for some goods is told only where they are sold, and its mark never."""

import pytest
from casebook import small_course

from cunbo.model.base import Sentence
from cunbo.model.blocks import Checklist, SayInstead, Script, Steps, Table, Text
from cunbo.model.choices import Goods
from cunbo.model.goods import GOODS, told_for
from cunbo.model.lesson import Lesson
from cunbo.model.walk import sentences
from cunbo.telling.edition import Edition


def said(part: object) -> list[str]:
    return [str(text) for _, text in sentences(part)]


@pytest.mark.parametrize(
    ("kind", "value", "for_craft", "for_eggs"),
    [
        (Steps, ["【除手工艺】闻", "【限手工艺】摸", "看"], ["摸", "看"], ["闻", "看"]),
        (Checklist, ["【限禽蛋肉、干货】哪天捡的", "价"], ["价"], ["哪天捡的", "价"]),
        (Steps, ["【限 手工艺】摸"], ["摸"], []),
    ],
)  # fmt: skip
def test_an_item_is_told_where_its_goods_are_sold(kind, value, for_craft, for_eggs):
    step = {
        "kind": "practice",
        "title": "做",
        "minutes": 5,
        "learner": [{kind.__name__.lower(): value}],
    }
    lesson = base_lesson(steps=[step])
    told = {
        goods: said(told_for(lesson, goods).steps[0].learner)
        for goods in (Goods.CRAFT, Goods.ANIMAL)
    }
    assert told == {Goods.CRAFT: for_craft, Goods.ANIMAL: for_eggs}


def base_lesson(**more: object) -> Lesson:
    head = {"id": "S1-01", "title": "课", "track": "skills", "layer": 1, "hours": 1}
    whole = {**head, "deliverable": {"name": "纸"}, "derives_from": ["a"], **more}
    return Lesson.model_validate(whole)


def test_a_row_goes_by_its_first_cell_and_a_pair_by_its_first_words():
    table = Table.model_validate(
        {"table": {"head": ["格", "写"], "rows": [["【限鲜货】几天到", "三天"], ["价", ""]]}}
    )
    swaps = SayInstead.model_validate(
        {
            "say_instead": [
                {"instead_of": "【除手工艺】管饱", "say": "好吃"},
                {"instead_of": "老", "say": "新"},
            ]
        }
    )
    script = Script.model_validate({"script": [{"who": "主播", "line": "【限手工艺】编了三天。"}]})
    lesson = base_lesson(appendix=[{"title": "页", "blocks": [table, swaps, script]}])
    assert said(told_for(lesson, Goods.CRAFT).appendix[0].blocks) == [
        "格", "写", "价", "", "老", "新", "编了三天。",
    ]  # fmt: skip
    assert said(told_for(lesson, Goods.FRESH).appendix[0].blocks) == [
        "格", "写", "几天到", "三天", "价", "", "管饱", "好吃", "老", "新",
    ]  # fmt: skip


def test_a_village_that_does_not_say_what_it_sells_is_told_everything_without_marks():
    lesson = base_lesson(bring=["【限手工艺】篾刀", "【除手工艺】一碗货"])
    assert told_for(lesson, None).bring == ("篾刀", "一碗货")


def test_what_was_found_inside_the_whole_is_not_taken_for_what_is_told():
    lesson = base_lesson(bring=["【限手工艺】篾刀"])
    assert "【限手工艺】篾刀" in said(lesson)
    assert said(told_for(lesson, Goods.DRY)) == ["纸"]


def test_what_was_found_inside_is_not_taken_along_into_a_copy_nor_back():
    whole = Text(text=Sentence("【限手工艺】编一圈"))
    assert [text for _, text in sentences(whole)] == ["【限手工艺】编一圈"]
    copy = whole.model_copy(update={"text": Sentence("晒一天")})
    assert [text for _, text in sentences(copy)] == ["晒一天"]
    assert told_for(copy, Goods.CRAFT).text == "晒一天"
    assert [text for _, text in sentences(whole)] == ["【限手工艺】编一圈"]
    assert told_for(whole, Goods.CRAFT).text == "编一圈"


def test_a_part_without_marks_is_the_same_part():
    block = Text.model_validate({"text": "一样"})
    assert told_for(block, Goods.DRY) is block


def test_the_edition_of_a_village_tells_its_goods_in_lessons_and_forms():
    course = small_course()
    lesson = course.lessons["S1-01"]
    marked = lesson.model_construct(**{**dict(lesson), "bring": (Sentence("【限手工艺】篾刀"),)})
    course = course.model_copy(update={"lessons": {**course.lessons, "S1-01": marked}})
    village = course.villages["xiaocun"]
    for name, goods in GOODS.items():
        edition = Edition(course, village.model_copy(update={"goods": goods}))
        told = edition.course.lessons["S1-01"].bring
        assert told == (("篾刀",) if name == "手工艺" else ())


def test_a_question_and_a_criterion_are_told_where_their_goods_are_sold():
    choices = [{"text": "等", "why": "怕冷场"}, {"text": "说"}]
    asked = {"choices": choices, "answer": 2, "because": "人在等", "checks": "tell"}
    lesson = base_lesson(
        objectives=[{"id": "tell", "can": "说"}],
        quiz=[{"ask": "【除体验】几天到？", **asked}, {"ask": "【限体验】几点走？", **asked}],
        rubric=[{"look_for": "【限体验】碰头的地方", "pass": "有", "checks": "tell"}],
    )
    told = {goods: told_for(lesson, goods) for goods in (Goods.DRY, Goods.EXPERIENCE)}
    assert {goods: [str(one.ask) for one in it.quiz] for goods, it in told.items()} == {
        Goods.DRY: ["几天到？"],
        Goods.EXPERIENCE: ["几点走？"],
    }
    assert [len(it.rubric) for it in told.values()] == [0, 1]
