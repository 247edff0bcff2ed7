"""A sheet on which nothing can be read."""


class BlankSheetError(Exception):
    """A page was printed without a letter: the font could not be read, or memory ran out; the
    message says which."""
