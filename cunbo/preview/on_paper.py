"""What is found out about a lesson only when its sheets have been printed."""

from itertools import chain

from cunbo.making.sheet_faults import sheet_faults
from cunbo.making.whence import Whence
from cunbo.preview.mistakes import in_curriculum
from cunbo.preview.rendered import RenderedLesson
from cunbo.preview.updates import Update
from cunbo.problems.notice import Notice


def on_paper(update: Update, rendered: RenderedLesson | None) -> tuple[Notice, ...]:
    """What of the lesson that is shown takes too much of its reader, or cannot be read on paper."""
    edition, reading = update.snapshot.edition, update.snapshot.reading
    if edition is None or reading is None or rendered is None:
        return ()
    whence = Whence(reading, edition)
    found = (sheet_faults(one, sheet, whence) for one, sheet in rendered.measured.items())
    return in_curriculum(list(chain.from_iterable(found)), reading)
