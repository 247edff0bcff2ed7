"""Where things lie, the phases of a build, and whether one is needed.

In: a project and its checked course. Out: a new `site/` in the place of the old one, or the old one
untouched. The only room that removes files.
"""
