"""Where pictures to be sent on lie in the site, by the names that people see in a chat."""

from pathlib import PurePosixPath

SENT_ON = "share"
"""The site's folder of what is there to be sent on and to be opened by itself."""
COURSE_CARD = f"{SENT_ON}/course.png"
"""What a chat may show beside the address of any page."""


def lesson_picture(lesson_id: str, name: str) -> str:
    """Where a picture of a lesson lies, by the name of its kind."""
    return f"{SENT_ON}/{lesson_id}-{name}.png"


def drawing_picture(src: str) -> str:
    """Where the drawing at `src` lies as a PNG: beside its SVG."""
    return PurePosixPath(src).with_suffix(".png").as_posix()
