"""What other programs leave behind beside somebody's own files."""

import re

DROPPED = {".ds_store", "desktop.ini", "ehthumbs.db", "thumbs.db"}
"""What file managers put into any folder that somebody has looked at; names in lower case."""

_BESIDE = re.compile(
    r"[.~#].*"  # hidden; a lock of Word or WPS; what Emacs has not saved yet
    r"|.*(~|\.swo|\.swp|\.swx|\.tmp|\.part)"
    r"|.*___jb_(tmp|old)___"
    r"|sed[A-Za-z0-9]{6}",
    re.IGNORECASE | re.DOTALL,
)
_TRIAL = re.compile("[0-9]{4,5}")
_FIRST_TRIAL, _NEXT_TRIAL = 4913, 123


def is_dropped(name: str) -> bool:
    """Whether a file of this name is none of the author's: hidden, a file manager's own, or what
    an editor keeps beside a file while it saves it."""
    return name.lower() in DROPPED or _BESIDE.fullmatch(name) is not None or _is_trial(name)


def _is_trial(name: str) -> bool:
    """Whether Vim tries by a file of this name whether it can write: 4913, 5036, 5159 …"""
    if not _TRIAL.fullmatch(name):
        return False
    past = int(name) - _FIRST_TRIAL
    return past >= 0 and past % _NEXT_TRIAL == 0
