"""What stands around invented lessons: forms to fill in, villages, drawings."""

import re
from typing import Any

from benchmarks.full_course.blocks import sentence, sentences, table, write_in
from benchmarks.full_course.voice import Voice

_ROOT = re.compile(r"(<svg [^>]*>)(.*)(</svg>)", re.DOTALL)
_CENTRE = "240 150"


def form(voice: Voice, form_id: str, lesson_id: str) -> dict[str, Any]:
    """A blank form of one page. Its name says of which lesson it is: no two may have the same."""
    return {
        "id": form_id,
        "name": f"{voice.say('sheet_name')}（{lesson_id}）",
        "hint": voice.say("hint"),
        "blocks": [
            *(write_in(voice, most_lines=2) for _ in range(voice.number(2, 4))),
            table(voice, blank_rows=voice.number(3, 5)),
            sentence(voice, "text", "point"),
            sentences(voice, "checklist", "check", 2, 3),
        ],
    }


def village(number: int, slots: list[str]) -> dict[str, Any]:
    """An invented village that fills every slot of the course in its own way."""
    village_id = village_name(number)
    voice = Voice(village_id)
    signs = voice.word("sign") + voice.word("sign")
    words = {
        "村": f"{signs}村",
        "镇": f"{voice.word('sign')}溪镇",
        "县": f"{voice.word('sign')}山县",
        "产品": voice.word("thing"),
        "来处": f"{voice.word('place')}那一片长的",
        "时候": f"{voice.word('time')}前后收的",
        "做法": f"{voice.word('act')}，{voice.word('act')}",
        "规格": f"一份 {voice.number(1, 9)} 斤",
        "价格": f"{voice.number(18, 98)} 元包邮",
        "师傅": f"{voice.word('who')}家",
        "家乡话": voice.word("custom"),
        "家乡话意思": f"{voice.word('part')}{voice.word('state')}",
        "产品小名": f"小{voice.word('sign')}",
        "长辈": voice.word("who"),
    }
    filled = {slot: words.get(slot, f"{signs}{slot}") for slot in slots}
    return {"id": village_id, "name": words["村"], "sample": False, "slots": filled}


def village_name(number: int) -> str:
    """The id of the invented village with this number."""
    return f"bench-{number}"


def drawing(of_the_course: str, number: int) -> str:
    """A drawing of the course, turned a little: as many lines, other bytes."""
    turn = f'<g transform="rotate({(number % 60 - 30) / 10} {_CENTRE})">'
    return _ROOT.sub(rf"\1{turn}\2</g>\3", of_the_course, count=1)
