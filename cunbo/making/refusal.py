"""Why a course that is right is not built."""


class BuildError(Exception):
    """The course is right but cannot be built; the text says why, in Chinese.

    `site_kept` tells whether the last `site/` stands where it stood.
    """

    def __init__(self, told: str, site_kept: bool = True) -> None:
        super().__init__(told)
        self.site_kept = site_kept
