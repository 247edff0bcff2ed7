"""Prints the packs of a class: for learners, for elders beside them, for the trainer."""

from collections.abc import Callable, Iterator
from pathlib import PurePath

from cunbo.handouts.booklets import booklets, folded
from cunbo.handouts.data import sheet_data
from cunbo.handouts.orders import course_order
from cunbo.handouts.pack_orders import Binding, PackOrder, pack_order
from cunbo.handouts.pack_places import PagePlace, places
from cunbo.handouts.read_back import page_count
from cunbo.making.files import Files
from cunbo.making.kept_packs import PackPrinter
from cunbo.making.pack_faults import pack_faults
from cunbo.making.whence import Whence
from cunbo.problems.problem import Problem
from cunbo.telling.beside_packs import beside_packs
from cunbo.telling.packs import (
    CUT_FORMS,
    ELDERS,
    FORMS,
    HANDOUTS,
    LEARNERS,
    TRAINERS,
    UNBOUND,
    Chosen,
    Pack,
    to_cut,
)
from cunbo.telling.sheets import Occasion, Sheet, Size
from cunbo.telling.shop import PRINT_LIST, ShopFile, ShopOrder, as_text, shop_list

Tell = Callable[[str], None]

_TWO_SIDES = "双面，沿长边翻。左边订两枚"
_ONE_SIDE = "单面。左边订两枚"
_FOLDED = "双面，沿短边翻，照原大不缩放。每份摞齐了对折，折缝上订两枚"
_LOOSE = "单面，不订"
_TO_COPY = "单面，不订。留着做底稿，要几张再复印几张"
_ON_SCREEN = "不印，留着在手机、电脑上看"


class Packer:
    """Prints what a class needs. `files`, `rows` and what is `told` grow with each pack."""

    def __init__(
        self,
        printer: PackPrinter,
        whence: Whence,
        chosen: Chosen,
        order: ShopOrder,
        tell: Tell,
    ) -> None:
        self._printer = printer
        self._whence = whence
        self._edition = whence.edition
        self._chosen = chosen
        self._order = order
        self._tell = tell
        self._steps: dict[str, tuple[int, ...]] = {}
        self._cuts: list[str] = []
        self.files: dict[str, bytes] = {}
        self.rows: list[ShopFile] = []
        self.told: list[Problem] = []

    def pack(self) -> Files:
        """All files for the shop, the list among them. Raises SheetError, BlankSheetError."""
        self._beside(Occasion.BEFORE)
        if self._order.booklet:
            self._booklets()
            self._print(FORMS, self._order.learners)
        else:
            self._print(LEARNERS, self._order.learners)
        self._loose(CUT_FORMS, CUT_FORMS.file(None), self._order.learners)
        if self._order.elders:
            self._print_for_elders()
        self._print(TRAINERS, 1)
        self._beside(Occasion.AFTER)
        self._beside(Occasion.ASKED)
        self._unbound()
        self._list()
        return self.files

    def _print(self, pack: Pack, copies: int) -> tuple[PackOrder, bytes] | None:
        """Print a pack, and note where its steps begin and what of it is cut."""
        duplex = self._order.duplex
        is_folded = pack.size is Size.A5
        binding = Binding(facing=duplex or is_folded, right_hand=duplex and not is_folded)
        bound = self._bound(pack, binding)
        if bound is None:
            return None
        order, pdf, found = bound
        self._steps |= dict(_steps(order, found))
        self._cuts += self._to_cut(order, found)
        how = _ON_SCREEN if copies == 0 else _TWO_SIDES if duplex else _ONE_SIDE
        self._add(pack.file(None), pdf, pack.whose, copies, duplex, how)
        return order, pdf

    def _bound(
        self, pack: Pack, binding: Binding
    ) -> tuple[PackOrder, bytes, tuple[PagePlace, ...]] | None:
        """A pack, printed, and where its sheets are in it."""
        order = pack_order(self._edition, pack, self._chosen, binding, self._steps)
        if order is None:
            return None
        self._tell(f"印{pack.name}：{len(order.sheets)} 份合成一册……")
        pdf, sheet = self._printer.pack(pack, order.data, order.epoch)
        found = places(pdf, pack.front)
        begins = [(place.page, one) for place, one in zip(found, order.sheets, strict=True)]
        self.told += pack_faults(pack, begins, sheet, self._whence)
        return order, pdf, found

    def _booklets(self) -> None:
        """The handouts to be folded, beside the pack that is read on a screen."""
        printed = self._print(HANDOUTS, 0)
        if printed is None:
            return
        order, pdf = printed
        cut = booklets([place.page for place in places(pdf)], page_count(pdf))
        for number, pages in enumerate(cut, 1):
            name = f"{order.pack.name}-对折{number if len(cut) > 1 else ''}"
            folding = self._printer.folded(pdf, name, folded(pages), order.epoch)
            whom = f"{order.pack.whose}，第 {pages[0]}–{pages[-1]} 页"
            self._add(f"{name}.pdf", folding, whom, self._order.learners, True, _FOLDED)

    def _print_for_elders(self) -> None:
        printed = self._print(ELDERS, self._order.elders)
        bound = {one.lesson.id for one in printed[0].sheets} if printed else set()
        lacking = [one.id for one in self._chosen.lessons if one.id not in bound]
        if lacking:
            self._tell(f"没有老人版的课，老人册里没有：{'、'.join(lacking)}")

    def _beside(self, occasion: Occasion) -> None:
        """What a class is given beside its packs."""
        for sheet in beside_packs(self._edition, self._chosen, self._order):
            order = course_order(self._edition, sheet) if sheet.occasion is occasion else None
            if order:
                file = f"{occasion}/{order.file}"
                pdf = self._printer.sheet(sheet, order.data, order.epoch)
                both = self._order.duplex and not sheet.one_sided
                copies = sheet.copies(self._order.people)
                self._add(file, pdf, _whom(sheet), copies, both, _how(sheet, page_count(pdf), both))
                self._cuts += [_cut_apart(file)] if sheet.cut else []

    def _unbound(self) -> None:
        """What of the lessons is asked for besides."""
        for pack in (one for one in UNBOUND if one.name in self._order.also):
            file = f"{Occasion.ASKED}/{pack.file(None)}"
            self._loose(pack, file, pack.copies(self._order.people))

    def _loose(self, pack: Pack, file: str, copies: int) -> None:
        """Sheets of the lessons of which nothing is stapled."""
        bound = self._bound(pack, Binding())
        if bound:
            _, pdf, _ = bound
            self._add(file, pdf, _whom(pack), copies, False, _LOOSE)
            self._cuts += [_cut_apart(file)] if pack.cut else []

    def _to_cut(self, order: PackOrder, found: tuple[PagePlace, ...]) -> Iterator[str]:
        if order.pack is not TRAINERS:
            return
        for one, place in zip(order.sheets, found, strict=True):
            for part in to_cut(self._edition, one.lesson):
                starts = (page for title, page in place.headings if title.startswith(part.label))
                where = f"第 {next(starts, place.page)} 页起"
                title = self._edition.plain(part.title)
                yield f"{order.pack.file(None)} {where}，{one.lesson.id} {part.label}：{title}"

    def _list(self) -> None:
        village, order = self._edition.village, self._order
        lines = (
            f"{self._edition.course.settings.title} {self._edition.course.settings.version}",
            *self._chosen.lines,
            f"{village.name}，学员 {order.learners} 人"
            + (f"，另有老人 {order.elders} 人" if order.elders else ""),
        )
        told = shop_list(lines, tuple(self.rows), tuple(self._cuts), order)
        data = sheet_data(self._edition, PRINT_LIST, told, {}).encoded
        name = PRINT_LIST.file(None)
        self.files[name] = self._printer.sheet(PRINT_LIST, data)
        self.files[PurePath(name).with_suffix(".txt").name] = as_text(told).encode()

    def _add(self, file: str, pdf: bytes, whom: str, copies: int, both: bool, how: str) -> None:
        self.files[file] = pdf
        self.rows.append(ShopFile(file, whom, page_count(pdf), copies, both, how))


def _cut_apart(file: str) -> str:
    return f"{file}，沿虚线剪开"


def _whom(sheet: Sheet) -> str:
    if sheet.serves is None:
        return sheet.reader
    return f"{sheet.serves if sheet.serves > 1 else '一'}人一份"


def _how(sheet: Sheet, sides: int, both: bool) -> str:
    """How a sheet of the whole course is printed. A form may always be wanted once more."""
    if sides > 1 and not sheet.one_sided:
        return _TWO_SIDES if both else _ONE_SIDE
    return _TO_COPY if sheet.is_form and sheet.serves is None else _LOOSE


def _steps(order: PackOrder, found: tuple[PagePlace, ...]) -> Iterator[tuple[str, tuple[int, ...]]]:
    """On which page of a pack the steps of each lesson begin."""
    for one, place in zip(order.sheets, found, strict=True):
        if one.sheet.has_steps:
            yield one.lesson.id, tuple(page for _, page in place.headings)
