"""`python -m cunbo`."""

from cunbo.cli.main import console

console()
