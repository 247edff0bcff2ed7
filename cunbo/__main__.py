"""Starts cunbo: as `python -m cunbo`, and as the command that pip makes of it."""

import sys


def start() -> None:
    """Run the command line. Ctrl-C is answered from the start, most of which is imports."""
    try:
        from cunbo.cli.main import console

        console()
    except KeyboardInterrupt:
        print("停下了。", file=sys.stderr)
        sys.exit(1)


if __name__ == "__main__":
    start()
