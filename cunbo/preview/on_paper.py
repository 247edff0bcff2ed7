"""What is found out about a lesson only when its sheets have been printed."""

from cunbo.making.budget import over_budget
from cunbo.preview.mistakes import in_curriculum
from cunbo.preview.rendered import RenderedLesson, Selection
from cunbo.preview.updates import Update
from cunbo.problems.notice import Notice


def on_paper(
    update: Update, selection: Selection, rendered: RenderedLesson | None
) -> tuple[Notice, ...]:
    """What of the lesson that is shown is more than its handout may take of its reader."""
    edition, reading = update.snapshot.edition, update.snapshot.reading
    if edition is None or reading is None or rendered is None or rendered.handout is None:
        return ()
    lesson = edition.course.lessons[selection.lesson]
    source = reading.sources[f"{lesson.folder}/{lesson.id}"]
    return in_curriculum(list(over_budget(source, lesson, rendered.handout)), reading)
