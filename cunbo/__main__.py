"""`python -m cunbo`."""

from cunbo.cli import console

console()
