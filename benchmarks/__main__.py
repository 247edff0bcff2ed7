"""`make bench`: ratios, measured side by side in one run on this machine."""

import sys
import tempfile
from pathlib import Path
from statistics import median

from benchmarks import building
from benchmarks.preview import saves
from benchmarks.printing import LESSON, printers
from cunbo.reading.curriculum import read_curriculum

ROOT = Path(__file__).parent.parent


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        scratch = Path(folder) / "course"
        build_report(scratch)
        print_report(scratch)


def build_report(scratch: Path) -> None:
    """A clean build, a second one, and what of them is MkDocs."""
    tell("clean builds")
    clean = building.clean_build(ROOT, scratch)
    tell("second builds, checks, MkDocs alone")
    second, check = building.second_build(scratch), building.check(scratch)
    alone, stock = building.mkdocs_alone(scratch), building.mkdocs_stock(scratch)
    ours = clean - alone
    print(f"\nBuild of the whole course          clean {clean:.2f} s = 100 %")
    row("second build, nothing changed", second, second / clean)
    row("MkDocs, our theme", alone, alone / clean)
    row("everything except MkDocs", ours, ours / clean)
    row("MkDocs, Material as it comes", stock, stock / clean)
    row("… everything else beside that", ours, ours / (ours + stock))
    row("cunbo check", check, check / clean)
    tell("saving in the preview")
    save = median(saves(scratch))
    print(f"\nSave → page and sheets repainted     median {save:.2f} s")
    print(f"  plain MkDocs rebuild             {stock / save:7.1f} × as long")
    print(f"  our whole build                  {clean / save:7.1f} × as long")


def print_report(scratch: Path) -> None:
    """PDFs a second, as multiples of WeasyPrint."""
    course = read_curriculum(ROOT / "curriculum").course
    if course is None:
        sys.exit("the course has errors: run cunbo check")
    tell("printing")
    found = list(printers(course, ROOT / "templates", scratch / "site"))
    base = next(one for one in found if one.name == "WeasyPrint")
    print(f"\nOne handout ({LESSON})               throughput, WeasyPrint = 1")
    for one in found:
        times = base.seconds / one.seconds
        print(f"  {one.name:32} {one.seconds * 1000:7.0f} ms {times:7.1f} × {one.pages:3} pages")


def row(name: str, seconds: float, share: float) -> None:
    print(f"  {name:32} {seconds:7.2f} s {share:8.0%}")


def tell(what: str) -> None:
    print(f"measuring {what} …", file=sys.stderr)


if __name__ == "__main__":
    main()
