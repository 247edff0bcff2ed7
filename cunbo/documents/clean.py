"""Text that XML can hold."""

import re

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def clean(text: str) -> str:
    """The text without signs that no XML can hold, escaped or not."""
    return _NOT_XML.sub("", text)
