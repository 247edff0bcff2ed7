"""The scripts of the pages, as they go out."""

from conftest import ROOT

from cunbo.pages.scripts import scripts

PIECE = """/* Says
   why. */
(function (cunbo) {
  /* Here too. */
  const quoted = '/* not one */'
  cunbo.told = `a  ${quoted}
  // b`  /* not on a line of its own */

})(window.cunbo = window.cunbo || {})
"""


def test_a_piece_goes_out_without_its_comments_and_ended(tmp_path):
    (tmp_path / "scripts").mkdir()
    for file in (ROOT / "templates" / "scripts").glob("*.js"):
        (tmp_path / "scripts" / file.name).write_text(PIECE, encoding="utf-8")
    sent = scripts(tmp_path)["scripts/page.js"]
    once = (
        "(function(cunbo){const quoted='/* not one */'\n"
        "cunbo.told=`a  ${quoted}\n  // b`})(window.cunbo=window.cunbo||{});\n"
    )
    assert sent == once * sent.count(";\n")
