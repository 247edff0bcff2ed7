"""Documents for Word and WPS: every word of their sheet, and a form that both programs keep."""

import json
import zipfile
from io import BytesIO

import pytest
from casebook import SMALL, real_course, small_course, told_at_home
from conftest import make_project
from docx.oxml.ns import qn
from pypdfium2 import PdfDocument
from reading_back import owed
from test_leak import secrets
from test_leak import squeezed as as_secrets_are
from word_back import BLANK, CODE, Dots, documents, forms, opened, squeezed, words

from cunbo.cli.main import main
from cunbo.documents.blank import BlankDocumentError
from cunbo.documents.word_file import WordFile
from cunbo.documents.word_sheets import word_document
from cunbo.documents.wordml import mm
from cunbo.handouts.data import SheetData
from cunbo.handouts.orders import course_orders
from cunbo.model.course import Village
from cunbo.telling.edition import Edition
from cunbo.telling.sheet_table import COURSE_SHEETS, SHEETS

EDITION = told_at_home(real_course())
LOOKED_AT = ("S1-01", "C1-01", "X1-01")
LEAST_GAP = mm(8)
STRANGE = "<b>&amp; ]]> {{x}} \x0b\x00\ud800﷐ 号"


@pytest.fixture(scope="module")
def of_lessons() -> dict[tuple[str, str], bytes]:
    """The documents of a few lessons, by lesson and sheet."""
    return {
        (name, sheet): document
        for name in LOOKED_AT
        for sheet, document in documents(EDITION, EDITION.course.lessons[name], Dots()).items()
    }


@pytest.fixture(scope="module")
def of_course() -> dict[str, bytes]:
    return forms(real_course())


@pytest.fixture(scope="module")
def everything(of_lessons, of_course) -> dict[str, bytes]:
    return {f"{name} {sheet}": one for (name, sheet), one in of_lessons.items()} | of_course


@pytest.mark.parametrize("lesson", LOOKED_AT)
def test_a_document_has_every_sentence_of_its_sheet(of_lessons, lesson):
    lacking = [
        (sheet, path)
        for sheet, path, runs in owed(EDITION, EDITION.course.lessons[lesson])
        if (lesson, sheet) in of_lessons
        and squeezed("".join(runs)) not in words(of_lessons[lesson, sheet])
    ]
    assert {sheet for name, sheet in of_lessons if name == lesson} >= {"讲义", "教案"}
    assert lacking == []


def test_a_form_has_every_word_in_the_order_of_its_sheet(of_course):
    loose = {name: one for name, one in of_course.items() if name.startswith("表-")}
    assert len(loose) > 20
    for name, document in loose.items():
        form = next(one for one in EDITION.course.forms.values() if f"表-{one.name}" == name)
        told, place = words(document), 0
        assert told.startswith(squeezed(form.name))
        for block in form.blocks:
            if block.kind in ("text", "write_in"):
                said = block.value if block.kind == "text" else block.value.label
                runs = EDITION.runs(said)
                wanted = squeezed("".join("" if run.blank else run.text for run in runs))
                place = told.find(wanted, place)
                assert place >= 0 or any(run.blank for run in runs), (name, said)


@pytest.mark.parametrize("sheet", COURSE_SHEETS, ids=lambda one: one.name)
def test_a_sheet_of_the_whole_course_has_the_words_of_its_pdf(of_course, sheet):
    """What has no document is law, which nobody should change, and answers: they have a table."""
    if sheet.name not in of_course:
        assert sheet.name in {"法规册", "小测答案"}
        return
    data = next(one.data for one in course_orders(EDITION) if one.sheet is sheet)
    names_of_slots = "".join(one.name for one in EDITION.course.slots)
    told = {*words(of_course[sheet.name]), *names_of_slots}
    wanted = {one for one in squeezed(SheetData(json.loads(data)).words) if not one.isdigit()}
    assert len(wanted) > 20
    assert wanted - told == set()


@pytest.mark.parametrize("lesson", LOOKED_AT)
def test_what_is_for_trainers_is_in_no_document_of_learners(of_lessons, lesson):
    hidden = secrets(EDITION.course.lessons[lesson])
    assert hidden
    for (name, sheet), document in of_lessons.items():
        if name == lesson and sheet != "教案":
            said = as_secrets_are(words(document))
            assert [one for one in hidden if one in said] == [], sheet


def test_every_column_has_a_width_and_no_row_is_broken(everything):
    tables = [
        (name, table)
        for name, document in everything.items()
        for table in opened(document).element.body.iter(qn("w:tbl"))
    ]
    assert len(tables) > 100
    for name, table in tables:
        grid = [int(one.get(qn("w:w"))) for one in table.tblGrid.gridCol_lst]
        assert all(width > mm(5) for width in grid), name
        assert sum(grid) <= mm(170), name
        assert table.tblPr.find(qn("w:tblLayout")).get(qn("w:type")) == "fixed", name
        for row in table.tr_lst:
            assert [cell.width.twips for cell in row.tc_lst] == grid, name
            assert row.trPr.find(qn("w:cantSplit")) is not None, name


def test_lines_to_write_on_are_borders_of_cells_and_eight_millimetres_apart(everything):
    lines = [
        row.trPr.find(qn("w:trHeight"))
        for document in everything.values()
        for table in opened(document).element.body.iter(qn("w:tbl"))
        if table.tblPr.style == "Lines"
        for row in table.tr_lst
    ]
    assert len(lines) > 50
    assert {one.get(qn("w:hRule")) for one in lines} == {"exact"}
    assert min(int(one.get(qn("w:val"))) for one in lines) >= LEAST_GAP


def test_a_cell_to_draw_in_is_as_high_as_its_form_says(of_course):
    [form] = [one for one in EDITION.course.forms.values() if one.id == "logistics-survey"]
    lines = [one.table.lines for one in form.blocks if one.kind == "table"]
    heights = [
        max(
            int(row.trPr.find(qn("w:trHeight")).get(qn("w:val")))
            for row in table.tr_lst
            if row.trPr.find(qn("w:trHeight")) is not None
        )
        for table in opened(of_course[f"表-{form.name}"]).element.body.iter(qn("w:tbl"))
        if table.tblPr.style == "Ruled"
    ]
    assert lines == [1, 5]
    assert heights == [heights[0] * one for one in lines]


def test_a_head_is_repeated_on_every_page(of_lessons):
    ruled = [
        table
        for (_, sheet), document in of_lessons.items()
        if sheet != "教案"
        for table in opened(document).element.body.iter(qn("w:tbl"))
        if table.tblPr.style == "Ruled" and len(table.tr_lst[0].tc_lst) > 2
    ]
    assert ruled
    assert all(table.tr_lst[0].trPr.find(qn("w:tblHeader")) is not None for table in ruled)


def test_headings_are_headings_and_every_drawing_says_what_it_shows(of_lessons):
    for (name, sheet), document in of_lessons.items():
        paragraphs = opened(document).paragraphs
        tops = [one for one in paragraphs if one.style.name == "Heading 1"]
        assert len(tops) == 1, (name, sheet)
        if sheet in ("讲义", "教案"):
            steps = [one for one in paragraphs if one.style.name == "Heading 2"]
            assert len(steps) > len(EDITION.course.lessons[name].steps)
        drawn = list(opened(document).element.body.iter("{*}docPr"))
        assert all(one.get("descr") for one in drawn)
        assert len({one.get("id") for one in drawn}) == len(drawn)
        assert bool(drawn) == (sheet in ("讲义", "老人版")), (name, sheet)


def test_head_and_foot_say_what_those_of_the_pdf_do(of_lessons):
    document = opened(of_lessons["S1-01", "讲义"])
    (section,) = document.sections
    first = section.first_page_header.paragraphs[0].text
    others = section.header.paragraphs[0].text
    assert "讲义" in first
    assert "S1-01" in others
    for foot in (section.first_page_footer, section.footer):
        told = foot.paragraphs[0]
        assert "查新旧 S101J-" in told.text
        assert "核对于 2026-" in told.text
        fields = [one.text.strip() for one in told._element.iter(qn("w:instrText"))]
        assert fields == ["PAGE", "NUMPAGES"]


def test_a_document_is_stamped_where_words_of_an_invented_village_are(of_lessons):
    heads = {
        sheet: opened(of_lessons["S1-01", sheet]).sections[0].header.paragraphs[0].text
        for sheet in ("教案", "讲义")
    }
    assert {sheet: "示例村：石坎村" in head for sheet, head in heads.items()} == {
        "教案": True,
        "讲义": False,
    }


def test_chinese_is_set_in_a_chinese_font_everywhere(of_lessons):
    styles = opened(of_lessons["S1-01", "教案"]).styles.element
    fonts = styles.find(f"{qn('w:docDefaults')}//{qn('w:rFonts')}")
    assert fonts.get(qn("w:eastAsia")) == "黑体"
    lang = styles.find(f"{qn('w:docDefaults')}//{qn('w:lang')}")
    assert lang.get(qn("w:eastAsia")) == "zh-CN"
    for part in zipfile.ZipFile(BytesIO(of_lessons["S1-01", "教案"])).namelist():
        assert "theme" not in part, "a theme of python-docx asks for Japanese fonts"


def test_larger_words_have_lines_further_apart(of_lessons):
    plan = opened(of_lessons["S1-01", "教案"])
    said = [one for one in plan.paragraphs if one.style.name == "照着念"]
    assert said
    assert {run.font.size.pt for one in said for run in one.runs} == {14}
    for one in said:
        assert one.paragraph_format.line_spacing.pt == pytest.approx(14 * 1.36, abs=0.1)
    usual = [one for one in plan.paragraphs if one.style.name == "几点"]
    assert all(one.paragraph_format.line_spacing is None for one in usual)


def test_the_same_words_give_the_same_bytes_and_no_moment_or_person(of_lessons):
    lesson = EDITION.course.lessons["S1-01"]
    again = documents(EDITION, lesson, Dots())
    assert all(of_lessons["S1-01", sheet] == document for sheet, document in again.items())
    told = opened(again["讲义"]).core_properties
    assert (told.author, told.last_modified_by) == ("", "")
    assert told.created.date() == lesson.reviewed
    assert told.title.startswith("S1-01 ")
    days = {one.date_time for one in zipfile.ZipFile(BytesIO(again["讲义"])).infolist()}
    assert days == {(1980, 1, 1, 0, 0, 0)}


def test_text_is_data_and_what_no_xml_can_hold_is_left_out():
    course = small_course()
    lesson = course.lessons["S1-01"].model_copy(update={"title": STRANGE, "bring": (STRANGE,)})
    village = Village(id="x", name="a<b>&", sample=True, slots={})
    edition = Edition(course, village)
    sheet = next(one for one in SHEETS if one.name == "讲义")
    view = sheet.view(edition, lesson)
    document = word_document(edition, sheet, view, CODE, Dots(), BLANK)
    told = "".join(one.text for one in opened(document).paragraphs)
    assert told.count("<b>&amp; ]]> {{x}}") == 2
    assert "\x0b" not in told


def test_a_blank_document_that_is_missing_or_broken_is_named(tmp_path):
    with pytest.raises(BlankDocumentError, match=r"document\.xml"):
        WordFile(tmp_path / "none", 14)
    for part in BLANK.iterdir():
        (tmp_path / part.name).write_bytes(part.read_bytes())
    (tmp_path / "styles.xml").write_text("<w:styles", encoding="utf-8")
    with pytest.raises(BlankDocumentError, match="line 1"):
        WordFile(tmp_path, 14)


def test_a_folder_for_the_shop_has_documents_and_keeps_what_somebody_changed(tmp_path, capsys):
    project = make_project(tmp_path / "course", SMALL)
    out = tmp_path / "out"
    order = ["--course", str(project.root), "print", "--path", "A", "--word", "--out", str(out)]
    assert main(order) == 0
    assert "可以改的" in capsys.readouterr().out
    folder = out / "可以改的"
    names = {path.relative_to(folder).as_posix() for path in folder.rglob("*.docx")}
    assert {"给学员/S1-01-讲义.docx", "给培训员/S1-01-教案.docx"} <= names
    trainers = {path.name for path in (folder / "给培训员").iterdir()}
    assert trainers >= {"S1-01-幻灯片（培训员用）.pptx", "小测题库（培训员用）.xlsx"}
    assert len(PdfDocument(out / "打印清单.pdf")) == 1
    changed = folder / "给学员" / "S1-01-讲义.docx"
    before = changed.read_bytes()
    changed.write_bytes(before + b"-")
    assert main(order) == 1
    assert "S1-01-讲义.docx 是您改过的" in capsys.readouterr().err
    assert changed.read_bytes() == before + b"-"
    changed.unlink()
    assert main(order) == 0
    assert changed.read_bytes() == before


def test_a_template_that_is_gone_is_told_in_chinese(tmp_path, capsys):
    project = make_project(tmp_path / "course", SMALL)
    (project.templates / "documents" / "word" / "styles.xml").unlink()
    order = ["print", "--path", "A", "--word", "--out", str(tmp_path / "out")]
    assert main(["--course", str(project.root), *order]) == 1
    assert "Word 文件的模板少了或者坏了" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()
