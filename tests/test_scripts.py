"""The scripts of the pages, as they go out."""

import pytest
from conftest import ROOT

from cunbo.pages.scripts import scripts

PIECE = """/* Says
   why. */
(function (cunbo) {
  /* Here too. */
  const quoted = '/* not one */'
  cunbo.told = `a ${quoted}`  /* not on a line of its own */

})(window.cunbo = window.cunbo || {})
"""


def test_a_piece_goes_out_without_its_comments_and_ended(tmp_path):
    (tmp_path / "scripts").mkdir()
    for file in (ROOT / "templates" / "scripts").glob("*.js"):
        (tmp_path / "scripts" / file.name).write_text(PIECE, encoding="utf-8")
    sent = scripts(tmp_path)["scripts/page.js"]
    once = (
        "(function (cunbo) {\nconst quoted = '/* not one */'\n"
        "cunbo.told = `a ${quoted}`  /* not on a line of its own */\n"
        "})(window.cunbo = window.cunbo || {});\n"
    )
    assert sent == once * sent.count(";\n")


@pytest.mark.parametrize(
    "file", sorted((ROOT / "templates" / "scripts").glob("*.js")), ids=lambda file: file.stem
)
def test_no_text_of_a_piece_goes_on_from_one_line_to_the_next(file):
    """Indentation does not go out: it would be missing in such a text."""
    lines = file.read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if line.count("`") % 2] == []
