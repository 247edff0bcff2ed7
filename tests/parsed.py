"""Pages as an HTML parser reads them, for everything that needs no layout and no script."""

from pathlib import Path

from selectolax.lexbor import LexborHTMLParser


def parsed(path: Path) -> LexborHTMLParser:
    """The tree that a browser would make of a page."""
    return LexborHTMLParser(path.read_text(encoding="utf-8"))


def words_of(markup: str) -> str:
    """Everything a stretch of markup says, as one text."""
    return LexborHTMLParser(markup).text()


def texts(path: Path, selector: str) -> list[str]:
    """What the elements of a page say, blanks squeezed as a browser does."""
    return [" ".join(one.text().split()) for one in parsed(path).css(selector)]


def values(path: Path, selector: str, attribute: str) -> list[str]:
    """An attribute of the elements of a page that have it."""
    found = [one.attributes.get(attribute) for one in parsed(path).css(selector)]
    return [one for one in found if one is not None]
