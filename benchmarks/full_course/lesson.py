"""The body of an invented lesson: as many steps, blocks and sentences as a written one has."""

from collections.abc import Callable
from typing import Any

from benchmarks.full_course.blocks import (
    Block,
    figure,
    key_characters,
    say_instead,
    script,
    sentence,
    sentences,
    table,
    warning,
    write_in,
)
from benchmarks.full_course.voice import Voice

OBJECTIVES = ("see", "make", "tell")
_ONE_HOUR = ("opening", "case", "demonstration", "practice", "role_play")
_MORE_HOURS = (*_ONE_HOUR, "talk", "field_work", "review")
_MINUTES = {"opening": 4, "case": 5, "talk": 4, "demonstration": 6, "practice": 0, "field_work": 6}
_MINUTES |= {"role_play": 8, "review": 4}
_SLACK = 2
_ELDER_WORDS = 20
"""Of one hour; practice has what is left."""
_PRACTISED = {"practice": ["see", "make"], "field_work": ["make"], "role_play": ["tell"]}
_DEVICES = ("two_things", "receipt", "phone_call", "walk", "object", "visitor", "number", "letter")


def body(
    voice: Voice, head: dict[str, Any], minutes: int, facts: list[str], figures: list[str]
) -> dict[str, Any]:
    """Everything of a lesson below its `head` but the review, for so many `minutes`.

    `figures` are the drawings it is to show, two.
    """
    hours = head["hours"]
    steps = _steps(voice, minutes - _SLACK * hours, hours, facts, figures)
    _place(head["derives_from"], steps)
    return {
        "facts": facts,
        "scene": voice.say("scene"),
        "objectives": [{"id": one, "can": voice.say("can")} for one in OBJECTIVES],
        "bring": voice.several("bring", 3, 4),
        "prepare": {
            "week_before": voice.several("prepare", 1, 2),
            "day_before": voice.several("prepare", 2, 3),
        },
        "things": [
            {"thing": voice.say("bring"), "unit": "个", "for_8": 8, "for_16": 16} for _ in range(3)
        ],
        "done_when": voice.several("done_when", 3),
        "steps": steps,
        "slack": _SLACK * hours,
        "quiz": [_question(voice, one) for one in OBJECTIVES],
        "rubric": [_criterion(voice, one) for one in OBJECTIVES],
        "after": {
            "homework": voice.say("homework"),
            "follow_up": {f"day_{day}": voice.say("follow_up") for day in (30, 60, 90)},
        },
        "trouble": [{"when": voice.say("when"), "do": voice.say("do")} for _ in range(3)],
        "card": voice.several("card", 4, 5),
        "appendix": _appendix(voice),
        "elder": {
            "helper": voice.say("task"),
            "pages": [_elder_page(voice, figures[at % 2]) for at in range(4)],
        },
    }


def _steps(
    voice: Voice, minutes: int, hours: int, facts: list[str], figures: list[str]
) -> list[dict[str, Any]]:
    kinds = _ONE_HOUR if hours == 1 else _MORE_HOURS
    each = {kind: _MINUTES[kind] * hours for kind in kinds}
    each["practice"] = minutes - sum(each.values())
    steps = []
    for kind in kinds:
        step = {"kind": kind, "title": voice.say("title"), "minutes": each[kind]}
        if kind == "case":
            step["device"] = _DEVICES[voice.number(0, len(_DEVICES) - 1)]
        if kind in _PRACTISED:
            step["practises"] = _PRACTISED[kind]
        step["learner"] = [
            block
            for _ in range(hours if kind in _PRACTISED else 1)
            for block in _SHOWN[kind](voice, facts, figures)
        ]
        step["trainer"] = _told(voice)
        steps.append(step)
    return steps


def _place(findings: list[str], steps: list[dict[str, Any]]) -> None:
    """Answer the first findings of a lesson in its practice; the others are touched."""
    practice = next(step for step in steps if step["kind"] == "practice")
    practice["answers"], practice["touches"] = findings[:3], findings[3:]


def _opening(voice: Voice, facts: list[str], figures: list[str]) -> list[Block]:
    return [sentence(voice, "text", "text")]


def _case(voice: Voice, facts: list[str], figures: list[str]) -> list[Block]:
    asked = [write_in(voice)] if voice.number(0, 2) == 0 else []
    return [sentence(voice, "text", "text"), *asked]


def _talk(voice: Voice, facts: list[str], figures: list[str]) -> list[Block]:
    return [
        sentence(voice, "text", "text"),
        sentences(voice, "points", "point", 3, 5),
        table(voice),
        sentences(voice, "steps", "step", 3, 4),
        warning(voice, facts[-1]),
    ]


def _demonstration(voice: Voice, facts: list[str], figures: list[str]) -> list[Block]:
    shown = (script(voice, 3, 4), table(voice), sentences(voice, "points", "point", 2, 4))
    signs = [key_characters(voice)] if voice.number(0, 9) == 0 else []
    return [*signs, figure(voice, figures[0]), shown[voice.number(0, 2)]]


def _practice(voice: Voice, facts: list[str], figures: list[str]) -> list[Block]:
    return [say_instead(voice, facts[:2]), warning(voice, facts[2]), write_in(voice)]


def _field_work(voice: Voice, facts: list[str], figures: list[str]) -> list[Block]:
    return [
        sentence(voice, "text", "text"),
        sentences(voice, "steps", "step", 3, 4),
        table(voice, blank_rows=voice.number(0, 2)),
    ]


def _role_play(voice: Voice, facts: list[str], figures: list[str]) -> list[Block]:
    return [
        sentence(voice, "text", "text"),
        figure(voice, figures[1]),
        sentences(voice, "checklist", "check", 4, 5),
    ]


def _review(voice: Voice, facts: list[str], figures: list[str]) -> list[Block]:
    return [write_in(voice, most_lines=1)]


_SHOWN: dict[str, Callable[[Voice, list[str], list[str]], list[Block]]] = {
    "opening": _opening,
    "case": _case,
    "talk": _talk,
    "demonstration": _demonstration,
    "practice": _practice,
    "field_work": _field_work,
    "role_play": _role_play,
    "review": _review,
}


def _told(voice: Voice) -> list[Block]:
    """What only the trainer reads of a step."""
    return [
        sentence(voice, "say", "say"),
        *(sentence(voice, "text", "task") for _ in range(voice.number(1, 2))),
        *(sentence(voice, "note", "note") for _ in range(voice.number(1, 2))),
    ]


def _question(voice: Voice, objective: str) -> dict[str, Any]:
    choices = voice.several("choice", 3, 4)
    return {
        "ask": voice.say("ask"),
        "choices": [{"text": one, "why": voice.say("because")} for one in choices],
        "answer": voice.number(1, len(choices)),
        "because": voice.say("because"),
        "checks": objective,
    }


def _elder_page(voice: Voice, drawing: str) -> dict[str, Any]:
    picture = {"src": drawing, "alt": voice.say("alt")}
    return {"picture": picture, "text": voice.word("act")[:_ELDER_WORDS], "answer": "tick"}


def _criterion(voice: Voice, objective: str) -> dict[str, str]:
    return {"look_for": voice.say("look_for"), "pass": voice.say("pass"), "checks": objective}


def _appendix(voice: Voice) -> list[dict[str, Any]]:
    read = {"title": voice.say("page_title"), "blocks": [script(voice, 4, 6)]}
    cut = {"title": voice.say("page_title"), "cut": True, "blocks": [table(voice)]}
    answers = {"title": voice.say("page_title"), "blocks": [script(voice, 3, 5)]}
    return [read, answers, cut]
