"""Inline marks: what an author types, and the runs both wings get."""

import pytest

from cunbo.model.text import FaultKind, Run, fill, plain, read, slot_names
from cunbo.model.ties import tie

VALUES = {"产品": "核桃"}


@pytest.mark.parametrize(
    ("sentence", "runs"),
    [
        ("一句话", [Run("一句话")]),
        ("先**说地**再说价", [Run("先"), Run("说地", strong=True), Run("再说价")]),
        ("看[产品卡](S1-04)", [Run("看"), Run("产品卡", target="S1-04")]),
        ("看[网页](https://a.cn/b)", [Run("看"), Run("网页", target="https://a.cn/b")]),
        ("**【产品】**好", [Run("产品", strong=True, slot="产品"), Run("好")]),
        ("【 产品 】", [Run("产品", slot="产品")]),
        ("三［个］*星*", [Run("三［个］*星*")]),
        ("打138****8000", [Run("打138****8000")]),
        ("**打138****8000**", [Run("打138****8000", strong=True)]),
        ("好吃 *****", [Run("好吃 *****")]),
        ("<b>&amp;{{ x }}#[1]", [Run("<b>&amp;{{ x }}#[1]")]),
    ],
)
def test_marks_become_runs(sentence, runs):
    assert list(read(sentence).runs) == runs
    assert read(sentence).faults == ()


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("**说地", FaultKind.UNCLOSED_BOLD),
        ("【产品", FaultKind.STRAY_BRACKET),
        ("产品】", FaultKind.STRAY_BRACKET),
        ("[去](javascript:x)", FaultKind.BAD_TARGET),
        ("[去](S9-99)", FaultKind.BAD_TARGET),
        ("[去](http://a.cn)", FaultKind.BAD_TARGET),
        ("[ ](S1-04)", FaultKind.HALF_LINK),
        ("[**去**](S1-04)", FaultKind.HALF_LINK),
        ("先** **再", FaultKind.EMPTY_BOLD),
        ("先***重点***", FaultKind.MANY_STARS),
    ],
)
def test_a_mark_that_does_not_work_is_a_fault_and_its_text_stays(sentence, kind):
    reading = read(sentence)
    assert [fault.kind for fault in reading.faults] == [kind]
    shown = "".join(run.text for run in reading.runs)
    assert shown.replace("*", "") in sentence.replace("*", "")


def test_a_slot_is_filled_or_left_as_a_blank():
    runs = fill(read("【产品】打【电话】").runs, VALUES)
    assert runs == (
        Run("核桃", slot="产品"),
        Run("打"),
        Run("电话", slot="电话", blank=True),
    )
    assert slot_names("【产品】打【电话】") == ("产品", "电话")
    assert plain("【产品】打【电话】", VALUES) == "核桃打＿＿＿＿（电话）"


@pytest.mark.parametrize(
    "text", ["[" + "***" * 60_000, "[" * 60_000, "**【" * 60_000, "***重" * 60_000, "](" * 60_000]
)
def test_reading_takes_time_that_grows_with_the_length(text):
    runs = tie(read(text).runs)
    assert sum(len(run.text) for run in runs) > 0
