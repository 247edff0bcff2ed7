"""An invented full course: every lesson of the map written, to measure on what the course will be.

In: a project. Out: a copy of it with 72 written lessons (144 or 288 for measuring growth), a form
and drawings for each, and villages. Its map, paths, facts and papers are the project's own; its
sentences are put together from `words.yml` and `sentences.yml`. Same project, same bytes.
"""

from benchmarks.full_course.around import village_name
from benchmarks.full_course.project import make, write_village

__all__ = ["make", "village_name", "write_village"]
