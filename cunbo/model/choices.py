"""The words of which an author chooses one."""

from enum import StrEnum


class TrackId(StrEnum):
    """The double track of the papers (技能+文化双轨) and the strand where both meet."""

    SKILLS = "skills"
    CULTURE = "culture"
    INTEGRATION = "integration"


class StepKind(StrEnum):
    """What happens in a step."""

    OPENING = "opening"
    CASE = "case"
    TALK = "talk"
    DEMONSTRATION = "demonstration"
    PRACTICE = "practice"
    ROLE_PLAY = "role_play"
    FIELD_WORK = "field_work"
    REVIEW = "review"


HANDS_ON = frozenset({StepKind.PRACTICE, StepKind.ROLE_PLAY, StepKind.FIELD_WORK})
"""The kinds that count as practice (动手) and not as listening."""


class CaseDevice(StrEnum):
    """With what a case is put before the class. Neighbours that use the same one sound alike."""

    TALE = "tale"
    BAD_TEXT = "bad_text"
    PHOTO_SORT = "photo_sort"
    TWO_THINGS = "two_things"
    RECEIPT = "receipt"
    PHONE_CALL = "phone_call"
    WALK = "walk"
    OBJECT = "object"
    VISITOR = "visitor"
    NUMBER = "number"
    LETTER = "letter"


class ElderAnswer(StrEnum):
    """How an elder answers a page: nobody has to write."""

    CIRCLE = "circle"
    TICK = "tick"
    THUMBPRINT = "thumbprint"
    SAY = "say"
    DO = "do"


class Goods(StrEnum):
    """What kind of thing a village sells: it decides which sentences of a lesson hold there."""

    DRY = "dry"
    FRESH = "fresh"
    ANIMAL = "animal"
    CRAFT = "craft"
    EXPERIENCE = "experience"


class FormAudience(StrEnum):
    """Whose job a form is. It decides how large its type is, and beside what it is offered."""

    LEARNER = "learner"
    TRAINER = "trainer"
    COOPERATIVE = "cooperative"


class Confidence(StrEnum):
    """How well a legal fact is confirmed (marks of the fact register)."""

    FULL = "full"
    SECONDARY = "secondary"
    RECALLED = "recalled"


class ProposalKind(StrEnum):
    """What sort of finding an entry is."""

    CONTEXT = "context"
    FIGURE = "evidence-figure"
    COMPETENCE = "competence"
    MECHANISM = "mechanism"
    CULTURE_TOPIC = "culture-topic"
    DIAGNOSIS = "problem-diagnosis"
    TRAINING = "training-proposal"
