"""All rules, and running them."""

from collections.abc import Callable, Iterator

from cunbo.checks import coverage, figures, lessons, paths, references, sentences
from cunbo.checks.desk import Desk
from cunbo.curriculum import Reading
from cunbo.problems import Problem, in_reading_order

RULES: tuple[Callable[[Desk], Iterator[Problem]], ...] = (
    references.ids_match_files,
    references.lesson_ids_fit,
    references.lessons_exist,
    references.proposals_exist,
    references.facts_and_forms_exist,
    references.village_exists,
    sentences.slots_exist,
    sentences.marks_work,
    sentences.no_html,
    figures.figures_exist,
    figures.figures_are_safe,
    lessons.lessons_are_whole,
    lessons.minutes_add_up,
    lessons.practice_is_enough,
    lessons.objectives_are_used,
    lessons.answers_exist,
    lessons.learners_see_no_trainer_blocks,
    paths.hours_add_up,
    paths.prerequisites_are_met,
    paths.no_circles,
    coverage.findings_are_answered,
    coverage.facts_are_fresh,
)


def check(reading: Reading) -> list[Problem]:
    """Every problem of a curriculum, by file and place: those of reading and those of the rules."""
    found = list(reading.problems)
    if reading.course is not None:
        desk = Desk(reading.course, reading)
        found += [problem for rule in RULES for problem in rule(desk)]
    return in_reading_order(found)
