"""The forms that are printed by themselves: all that no written lesson hands out."""

from dataclasses import dataclass
from datetime import date
from functools import partial

from cunbo.model.choices import FormAudience
from cunbo.model.course import Form
from cunbo.telling.edition import Edition
from cunbo.telling.sheets import LooseSheet, Reader

_READERS = {
    FormAudience.LEARNER: Reader.LEARNER,
    FormAudience.TRAINER: Reader.TRAINER,
    FormAudience.COOPERATIVE: Reader.COOPERATIVE,
}
_SERVES = {FormAudience.LEARNER: 1, FormAudience.TRAINER: None, FormAudience.COOPERATIVE: None}


@dataclass(frozen=True)
class _CourseHead:
    """What a form of the whole course says of itself where others name their lesson."""

    title: str
    reviewed: date | None
    id: None = None


@dataclass(frozen=True)
class _CourseForm:
    head: _CourseHead
    form: Form

    @property
    def reviewed(self) -> date | None:
        return self.head.reviewed


def form_sheets(edition: Edition) -> tuple[LooseSheet, ...]:
    """A sheet for every form that would else not be printed, in the order of the files' names.

    That by which learners find a path has a sheet of its own kind.
    """
    handed_out = {one.deliverable.form for one in edition.written}
    handed_out.add(edition.course.settings.placement)
    return tuple(
        LooseSheet(
            name=form.name,
            template="form.typ",
            reader=_READERS[form.audience],
            serves=_SERVES[form.audience],
            least_type=_least_type(form),
            view=partial(_told, name=name),
        )
        for name, form in edition.course.forms.items()
        if name not in handed_out
    )


def _least_type(form: Form) -> int:
    return 14 if form.audience is FormAudience.LEARNER else 12


def _told(edition: Edition, name: str) -> _CourseForm:
    form = edition.course.forms[name]
    return _CourseForm(_CourseHead(form.name, form.reviewed), form)
