"""What other programs leave behind beside somebody's own files."""

DROPPED = {".ds_store", "desktop.ini", "ehthumbs.db", "thumbs.db"}
"""What file managers put into any folder that somebody has looked at; names in lower case."""


def is_dropped(name: str) -> bool:
    """Whether a file of this name is none of the author's: hidden, or a file manager's own."""
    return name.startswith((".", "~")) or name.lower() in DROPPED
