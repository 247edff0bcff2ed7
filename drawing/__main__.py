"""`python -m drawing` draws what is described; `--sheet FILE` shows all that lies in the folder."""

import argparse
from pathlib import Path

from drawing.catalogue import FIGURES, drawings
from drawing.contact import as_html, as_svg


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m drawing", description=__doc__)
    parser.add_argument("--sheet", type=Path, metavar="FILE", help="a contact sheet, .svg or .html")
    sheet: Path | None = parser.parse_args().sheet
    if sheet:
        show = as_html if sheet.suffix == ".html" else as_svg
        sheet.write_text(show(FIGURES), encoding="utf-8", newline="\n")
        return
    for name, svg in drawings().items():
        (FIGURES / name).write_text(svg, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
