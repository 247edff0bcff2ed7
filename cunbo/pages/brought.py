"""What a lesson's page fetches once somebody asks for it, as scripts that call `bring`.

The answers of a quiz are in no page and on no sheet of learners: in class, hands go up first. Their
words are packed, so that nobody reads them by the way; whoever unpacks them on purpose may.
"""

import json
from base64 import b64encode

from cunbo.pages import routes
from cunbo.pages.glosses import words_of
from cunbo.telling.edition import Edition
from cunbo.telling.quiz import explained


def quiz_scripts(edition: Edition) -> dict[str, str]:
    """What is right and why, of every written lesson that has a quiz, by route."""
    return {
        routes.answers(lesson.id): _answers(
            routes.answers(lesson.id),
            [(one.letter, edition.plain(one.because)) for one in map(explained, lesson.quiz)],
        )
        for lesson in edition.written
        if lesson.quiz
    }


def _answers(route: str, answers: list[tuple[str, str]]) -> str:
    packed = b64encode(_json(answers).encode()).decode()
    return f"/* 小测的答案，做完一题才看。 */\ncunbo.bring('{route}', '{packed}')\n"


def meanings_script(edition: Edition) -> str:
    """What each word that a page may link to the glossary means."""
    meanings = {
        word: f"{term.term}：{edition.plain(term.plain)}"
        for term in edition.course.glossary
        for word in words_of(term)
    }
    return f"cunbo.bring('{routes.MEANINGS}', {_json(meanings)})\n"


def _json(value: object) -> str:
    """JSON that is JavaScript too, in which two signs of Unicode once ended a line."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
