"""All rules, and running them."""

from collections.abc import Callable, Iterator
from datetime import date

from cunbo.checks import (
    claims,
    coverage,
    dates,
    evidence,
    figures,
    frame,
    glyphs,
    goods,
    lessons,
    names,
    paths,
    pattern,
    references,
    sentences,
    standard,
    tables,
    teaching,
    uniqueness,
    voice,
    wording,
)
from cunbo.checks.desk import Desk
from cunbo.model.looked import last_look
from cunbo.problems.problem import Problem, in_reading_order
from cunbo.reading.ledger import Voice, told_once
from cunbo.reading.reading import Reading

RULES: tuple[Callable[[Desk], Iterator[Problem]], ...] = (
    frame.frame_is_whole,
    references.ids_match_files,
    references.lesson_ids_fit,
    references.retired_ids_stay_retired,
    references.files_exist,
    references.findings_exist,
    uniqueness.names_are_given_once,
    uniqueness.forms_are_told_apart,
    uniqueness.lists_name_nothing_twice,
    sentences.slots_exist,
    sentences.slots_stand_in_their_brackets,
    goods.goods_are_known,
    goods.marks_of_goods_stand_first,
    sentences.marks_work,
    sentences.comments_stand_apart,
    sentences.villages_hold_no_slots,
    sentences.drafts_are_finished,
    sentences.no_html,
    sentences.plain_texts_have_no_marks,
    glyphs.signs_can_be_printed,
    tables.rows_fit_heads,
    names.names_suit_every_computer,
    names.names_differ_in_more_than_case,
    figures.figures_exist,
    figures.figures_are_safe,
    lessons.lessons_are_whole,
    lessons.steps_hold_something,
    lessons.minutes_add_up,
    lessons.practice_is_enough,
    lessons.objectives_are_used,
    lessons.answers_exist,
    lessons.learners_see_no_trainer_blocks,
    paths.hours_add_up,
    paths.prerequisites_are_met,
    paths.electives_are_extra,
    paths.no_lesson_is_left_out,
    paths.no_circles,
    standard.competences_are_taught,
    standard.weeks_are_enough,
    standard.weeks_are_not_crowded,
    standard.culture_is_there_every_week,
    standard.basics_stay_few,
    teaching.steps_of_every_kind,
    pattern.homework_opens_the_lesson,
    pattern.steps_are_few,
    pattern.practice_is_in_one_piece,
    pattern.practice_begins_with_a_launch_line,
    pattern.quizzes_are_worth_taking,
    pattern.findings_have_a_step,
    pattern.elders_have_their_version,
    pattern.one_slot_in_what_is_said,
    teaching.learners_keep_something,
    teaching.village_has_a_say,
    teaching.culture_is_used,
    wording.sentences_are_short,
    wording.jargon_is_explained,
    wording.no_slogans,
    voice.spoken_lines_sound_spoken,
    voice.learners_are_addressed_alike,
    voice.neighbours_open_differently,
    voice.neighbours_complain_differently,
    voice.key_characters_are_few,
    voice.no_sentence_stands_in_two_lessons,
    voice.villages_differ,
    claims.scripts_keep_the_red_lines,
    evidence.figures_are_cited,
    coverage.findings_are_answered,
    dates.facts_are_fresh,
    dates.law_to_come_is_looked_at_when_it_comes,
    dates.reviews_are_fresh,
    dates.no_day_is_yet_to_come,
)


def check(reading: Reading, today: date | None = None, begun: date | None = None) -> list[Problem]:
    """Every problem of a curriculum, by file and place: those of reading and those of the rules.

    A place that could not be read as it stands is told of once, by the reading.
    Dates are judged by `today`; without it by the last day anybody looked at the course, so that
    the same files always give the same problems. A day after `begun` is still to come; without it,
    one after today.
    """
    told = [(Voice.SHAPE, problem) for problem in reading.problems]
    if reading.course is not None:
        day = today or last_look(reading.course)
        desk = Desk(reading.course, reading, day, begun or day)
        told += [(Voice.RULE, problem) for rule in RULES for problem in rule(desk)]
    return in_reading_order(told_once(told))
