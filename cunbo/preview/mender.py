"""Writes the mend of an offer into the author's file, as `cunbo check --fix --write` does."""

import threading

from cunbo.authoring.mending import mend_one
from cunbo.authoring.saving import why_not_saved
from cunbo.checks.clock import today
from cunbo.making.project import Project
from cunbo.preview.offers import NO_MORE, Offer
from cunbo.problems.system import reason

_WORSE = "照这样改了会多出别的错，没有改。请自己改。"


class Mender:
    """Makes the mends of a project that somebody asks for, one at a time."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._busy = threading.Lock()

    def mend(self, offer: Offer) -> str:
        """Write the mend; if it was not written, why, in Chinese.

        It is not where the file is no longer as it was, or where something would get worse.
        """
        with self._busy:
            curriculum = self._project.curriculum
            try:
                mended = mend_one(curriculum, offer.reading, offer.problem, *today())
            except OSError as error:
                return f"没有写成 {offer.file}：{reason(error)}。原来的没有动。"
            if mended.refused:
                return _WORSE
            if offer.file not in mended.files:
                return NO_MORE
            path = curriculum.parent / offer.file
            return why_not_saved(path, offer.file, offer.before, mended.files[offer.file])
