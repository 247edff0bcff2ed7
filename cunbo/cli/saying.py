"""Words for the terminal."""

from contextlib import suppress

import click

from cunbo.problems.notice import visible
from cunbo.problems.stopping import asked_to_stop


def say(told: str = "", err: bool = False) -> None:
    """Print lines of plain words. A sign in them that could steer the terminal, such as one in the
    name of a file, is shown as a box. Raises OSError where nobody can hear."""
    click.echo("\n".join(map(visible, told.split("\n"))), err=err)


def tell(progress: str) -> None:
    """Say what is no answer, if anybody can hear: a build goes on when nobody listens. Raises
    KeyboardInterrupt if that went by since the last word."""
    if asked_to_stop():
        raise KeyboardInterrupt
    with suppress(OSError):
        say(progress, err=True)
