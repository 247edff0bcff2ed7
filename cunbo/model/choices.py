"""The words of which an author chooses one."""

from enum import StrEnum


class TrackId(StrEnum):
    """The double track of the papers (技能+文化双轨) and the strand where both meet."""

    SKILLS = "skills"
    CULTURE = "culture"
    INTEGRATION = "integration"


class StepKind(StrEnum):
    """What happens in a step."""

    CASE = "case"
    TALK = "talk"
    DEMONSTRATION = "demonstration"
    PRACTICE = "practice"
    ROLE_PLAY = "role_play"
    FIELD_WORK = "field_work"
    REVIEW = "review"


HANDS_ON = frozenset({StepKind.PRACTICE, StepKind.ROLE_PLAY, StepKind.FIELD_WORK})
"""The kinds that count as practice (动手) and not as listening."""


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
