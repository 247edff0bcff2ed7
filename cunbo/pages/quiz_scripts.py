"""The answers of a lesson's quiz, as a script that its page asks for once somebody wants to answer.

They are in no page and on no sheet of learners: in class, hands go up first. The words are packed,
so that nobody reads them by the way; whoever unpacks them on purpose may.
"""

import json
from base64 import b64encode

from cunbo.pages import routes
from cunbo.telling.edition import Edition
from cunbo.telling.quiz import explained


def quiz_scripts(edition: Edition) -> dict[str, str]:
    """The script of every written lesson that has a quiz, by its route."""
    return {
        routes.answers(lesson.id): _script(
            routes.answers(lesson.id),
            [(one.letter, edition.plain(one.because)) for one in map(explained, lesson.quiz)],
        )
        for lesson in edition.written
        if lesson.quiz
    }


def _script(route: str, answers: list[tuple[str, str]]) -> str:
    words = json.dumps(answers, ensure_ascii=False, separators=(",", ":"))
    packed = b64encode(words.encode()).decode()
    return f"/* 小测的答案，做完一题才看。 */\ncunbo.bring('{route}', '{packed}')\n"
