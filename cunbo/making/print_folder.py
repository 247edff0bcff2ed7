"""A folder for the copy shop: printed beside the one that is there, then put in its place."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from cunbo.making.files import Files, fingerprint_of, is_link, make_like
from cunbo.making.ground import refuse_links_in_work
from cunbo.making.kept_packs import PackPrinter
from cunbo.making.kept_sheets import KeptSheets
from cunbo.making.mark import Mark, leave_mark, listed
from cunbo.making.packing import Packer
from cunbo.making.print_ground import refuse_folder_of_others
from cunbo.making.project import Project
from cunbo.making.refusal import BuildError
from cunbo.making.swap import recover, swap_in
from cunbo.making.whence import Whence
from cunbo.making.why import told_in_chinese
from cunbo.problems.problem import Problem
from cunbo.telling.packs import Chosen
from cunbo.telling.shop import ShopFile, ShopOrder


class PrintedFolder(NamedTuple):
    """What a folder holds for the shop, and what of it is no use on paper."""

    rows: tuple[ShopFile, ...]
    told: tuple[Problem, ...]


def print_folder(
    project: Project,
    whence: Whence,
    chosen: Chosen,
    order: ShopOrder,
    out: Path,
    tell: Callable[[str], None],
    beside: Callable[[], Files] = dict,
) -> PrintedFolder:
    """Fill the folder `out` with packs of the chosen lessons and the list for the shop, told as
    `whence` tells them.

    `beside` makes what else lies in it. What stood there before stays until all is
    printed. `tell` is called with lines of progress.
    Raises BuildError where `out` holds anything else, a template is broken or the disk is full.
    """
    with told_in_chinese(project.templates):
        fresh, last = (out.with_name(f".{out.name}.cunbo-{what}") for what in ("next", "last"))
        if is_link(fresh) or is_link(last):
            raise BuildError(f"{fresh} 或 {last} 是一个链接。删掉它，再做一遍")
        recover(out, last)
        refuse_folder_of_others(project, out)
        refuse_links_in_work(project)
        printer = PackPrinter(project.templates / "handouts", KeptSheets(project.packs))
        packer = Packer(printer, whence, chosen, order, tell)
        files = {**packer.pack(), **beside()}
        make_like(fresh, files)
        leave_mark(fresh, Mark(fingerprint_of(files), 0, len(files), listed(files)))
        refuse_folder_of_others(project, out)
        swap_in(fresh, out, last)
        printer.keep_for(out)
        return PrintedFolder(tuple(packer.rows), tuple(packer.told))
