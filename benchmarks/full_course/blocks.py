"""One block of each kind, with the sentences of a voice: what a step or a form is made of."""

from typing import Any

from benchmarks.full_course.voice import Voice

Block = dict[str, Any]


def sentence(voice: Voice, kind: str, role: str) -> Block:
    """A block that is one sentence: text, say, note."""
    return {kind: voice.say(role)}


def sentences(voice: Voice, kind: str, role: str, least: int, most: int) -> Block:
    """A block that is a list of sentences: steps, points, checklist."""
    return {kind: voice.several(role, least, most)}


def key_characters(voice: Voice) -> Block:
    characters = []
    for _ in range(voice.number(3, 5)):
        one = {"char": voice.word("sign"), "title": voice.say("sign_title")}
        if voice.number(0, 2):
            one["text"] = voice.say("sign_text")
        characters.append(one)
    return {"key_characters": characters}


def script(voice: Voice, least: int, most: int) -> Block:
    speakers = ["主播", voice.word("sign"), "学员"]
    lines = [
        {"who": voice.one_of(speakers), "line": voice.say("line")}
        for _ in range(voice.number(least, most))
    ]
    return {"script": lines}


def say_instead(voice: Voice, facts: list[str]) -> Block:
    swaps = []
    for number in range(3):
        swap = {
            "instead_of": voice.say("instead_of"),
            "say": voice.say("better"),
            "why": voice.say("why"),
        }
        if number < len(facts):
            swap["fact"] = facts[number]
        swaps.append(swap)
    return {"say_instead": swaps}


def warning(voice: Voice, fact: str | None = None) -> Block:
    told = {"text": voice.say("warning")}
    return {"warning": told | ({"fact": fact} if fact else {})}


def table(voice: Voice, blank_rows: int = 0) -> Block:
    columns = voice.number(2, 4)
    rows = [voice.several("cell", columns) for _ in range(voice.number(2, 4))]
    told: Block = {"head": voice.several("head", columns), "rows": rows}
    if blank_rows:
        told = {"head": told["head"], "blank_rows": blank_rows}
    return {"table": told}


def write_in(voice: Voice, most_lines: int = 2) -> Block:
    return {"write_in": {"label": voice.say("label"), "lines": voice.number(1, most_lines)}}


def figure(voice: Voice, source: str) -> Block:
    shown = {"src": source, "alt": voice.say("alt")}
    if voice.number(0, 1):
        shown["caption"] = voice.say("caption")
    return {"figure": shown}
