"""One course as one village sees it: slots filled, links known, lessons looked up."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, TypeVar

from cunbo.model.base import Sentence
from cunbo.model.choices import TrackId
from cunbo.model.course import Course, Paper, Proposal, Village
from cunbo.model.goods import told_for
from cunbo.model.lesson import Lesson
from cunbo.model.settings import Layer, Track
from cunbo.model.text import Run, fill, plain, read
from cunbo.model.ties import tie
from cunbo.model.walk import facts_named
from cunbo.telling.on_paper import printed_runs
from cunbo.telling.sheet_codes import place_of, shared_place

V = TypeVar("V")


@dataclass(frozen=True)
class Edition:
    """A course told for one village. Both wings take their words from here and nowhere else."""

    whole: Course
    village: Village

    @cached_property
    def course(self) -> Course:
        """The course without what does not hold for the goods this village sells."""
        lessons, forms = self.whole.lessons.items(), self.whole.forms.items()
        goods = self.village.goods
        return self.whole.model_copy(
            update={
                "lessons": {name: told_for(one, goods) for name, one in lessons},
                "forms": {name: told_for(one, goods) for name, one in forms},
            }
        )

    def runs(self, sentence: Sentence) -> tuple[Run, ...]:
        """The sentence as runs, slots filled with this village's words or left as blanks."""
        known = self._runs.get(sentence)
        if known is None:
            known = self._runs[sentence] = tie(fill(read(sentence).runs, self.village.slots))
        return known

    @cached_property
    def _runs(self) -> dict[str, tuple[Run, ...]]:
        """Page, plan and both sheets ask for the same sentences."""
        return {}

    @cached_property
    def _printed_runs(self) -> dict[str, tuple[Run, ...]]:
        return {}

    def on_paper(self, text: str) -> tuple[Run, ...]:
        """A sentence as it stands where no link can be followed; a name letter for letter."""
        if not isinstance(text, Sentence):
            return (Run(text),)
        known = self._printed_runs.get(text)
        if known is None:
            known = self._printed_runs[text] = tuple(printed_runs(self.runs(text)))
        return known

    def plain(self, sentence: str) -> str:
        """The sentence as bare text."""
        return plain(sentence, self.village.slots)

    def once(self, view: Callable[["Edition", Lesson], V], lesson: Lesson) -> V:
        """What `view` makes of a lesson, made when it is first asked for: pages, sheets and search
        show the same."""
        known = self._views.get((view, id(lesson)))
        if known is None:
            known = self._views[view, id(lesson)] = lesson, view(self, lesson)
        made: V = known[1]
        return made

    @cached_property
    def _views(self) -> dict[tuple[Callable[..., object], int], tuple[Lesson, Any]]:
        """With each its lesson: as long as that is there, no other has its `id`."""
        return {}

    def facts_of(self, lesson: Lesson) -> tuple[str, ...]:
        """The facts a lesson lists, then those its blocks and its form name, each once."""
        form = self.course.forms.get(lesson.deliverable.form or "")
        return tuple(dict.fromkeys((*facts_named(lesson), *facts_named(form))))

    @cached_property
    def lessons_by_fact(self) -> dict[str, list[str]]:
        """Each fact that written lessons use, as they come to it, and the ids of those lessons."""
        found: dict[str, list[str]] = {}
        for lesson in self.written:
            for name in self.facts_of(lesson):
                found.setdefault(name, []).append(lesson.id)
        return found

    @cached_property
    def place(self) -> str:
        """What tells this course for this village from others in the codes of sheets."""
        return place_of(self.whole.settings.title, self.village.id)

    @cached_property
    def shared_place(self) -> str:
        """What stands there in the code of a sheet that is the same in other villages."""
        return shared_place(self.whole.settings.title)

    @cached_property
    def tracks(self) -> dict[TrackId, Track]:
        return {track.id: track for track in self.course.settings.tracks}

    @cached_property
    def layers(self) -> dict[int, Layer]:
        return {layer.number: layer for layer in self.course.settings.layers}

    @cached_property
    def written(self) -> tuple[Lesson, ...]:
        """The lessons that can be taught today, in the order of the course map."""
        return tuple(lesson for lesson in self.in_order if not lesson.is_outline)

    @cached_property
    def reviewed(self) -> date | None:
        """The last day on which somebody went through a written lesson."""
        return max((one.reviewed for one in self.written if one.reviewed), default=None)

    @cached_property
    def in_order(self) -> tuple[Lesson, ...]:
        """All lessons: layer by layer, skills before culture before integration."""
        tracks = list(self.tracks)
        lessons = self.course.lessons.values()
        return tuple(sorted(lessons, key=lambda one: (one.layer, tracks.index(one.track), one.id)))

    @cached_property
    def proposals(self) -> dict[str, tuple[Paper, Proposal]]:
        papers = self.course.papers.values()
        return {one.id: (paper, one) for paper in papers for one in paper.proposals}
