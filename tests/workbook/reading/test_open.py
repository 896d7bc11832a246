import warnings
from collections import Counter
from typing import Any

import pytest
from openpyxl.comments import Comment
from openpyxl.worksheet._reader import WorkSheetParser

from make_report.errors import FileError
from make_report.form.layout import IDENTITY_SHEET
from make_report.form.model import Form
from make_report.workbook.reading.cell import EMPTY_CELL, Cell
from make_report.workbook.reading.direct import sheet as direct_sheet
from make_report.workbook.reading.direct.content import Meaning
from make_report.workbook.reading.open import open_workbook
from tests.workbook.editing import Book, edited, read, said, sound_workbook, with_parts

pytestmark = pytest.mark.usefixtures("each_way")


def test_a_workbook_says_its_form_version_and_sheets(form_2021: Form) -> None:
    workbook = open_workbook(sound_workbook(form_2021), "某局.xlsx")
    assert (workbook.name, workbook.form_id, workbook.version) == ("某局.xlsx", "zfxxgk-2021", form_2021.version)
    assert workbook.sheet_names[0] == form_2021.cover.sheet


def test_a_workbook_without_a_form_is_refused(form_2021: Form) -> None:
    with pytest.raises(FileError):
        open_workbook(edited(sound_workbook(form_2021), lambda book: book.remove(book[IDENTITY_SHEET])), "a.xlsx")


@pytest.mark.parametrize(("cell", "value"), [("B1", None), ("B1", 5), ("B2", "one"), ("B2", 1.5), ("B2", None)])
def test_a_spoilt_identity_is_refused(form_2021: Form, cell: str, value: object) -> None:
    def spoil(book: Book) -> None:
        book[IDENTITY_SHEET][cell].value = value

    with pytest.raises(FileError):
        open_workbook(edited(sound_workbook(form_2021), spoil), "a.xlsx")


def test_a_cell_has_value_formula_and_format(form_2021: Form) -> None:
    def fill(book: Book) -> None:
        sheet = book["表二"]
        sheet["B6"].value = 0.5
        sheet["B6"].number_format = "0%"
        sheet["B7"].value = "=1+1"

    cells = open_workbook(edited(sound_workbook(form_2021), fill), "a.xlsx").cells("表二", 10, 4)
    assert cells[6, 2] == Cell(0.5, number_format="0%")
    assert cells[7, 2] == Cell(formula="=1+1")
    assert (6, 1) in cells
    assert cells.get((99, 1), EMPTY_CELL).text == ""


@pytest.mark.parametrize(
    "part", ["xl/workbook.xml", "xl/styles.xml", "xl/worksheets/sheet2.xml", "xl/_rels/workbook.xml.rels"]
)
@pytest.mark.parametrize("damage", [b"<a></b>", b"<a", b""])
def test_whatever_is_damaged_ends_in_one_sentence(form_2021: Form, part: str, damage: bytes) -> None:
    content = with_parts(sound_workbook(form_2021), lambda parts: parts.update({part: damage}))
    with pytest.raises(FileError, match="xlsx"):
        read(form_2021, content)


def test_openpyxl_s_warnings_are_its_own_business(form_2021: Form) -> None:
    def add_unknown_extension(parts: dict[str, bytes]) -> None:
        name = "xl/worksheets/sheet2.xml"
        parts[name] = parts[name].replace(b"</worksheet>", b'<extLst><ext uri="{x}"/></extLst></worksheet>')

    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert read(form_2021, with_parts(sound_workbook(form_2021), add_unknown_extension))[1] == ()


def as_shared(form: Form, sheet_part: str, cell: str, strings: str) -> bytes:
    """Return a sound workbook in which a cell's text is a shared string with this XML, as Excel saves it."""

    def change(parts: dict[str, bytes]) -> None:
        parts["xl/sharedStrings.xml"] = (
            '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' + strings + "</sst>"
        ).encode()
        types = parts["[Content_Types].xml"]
        kind = b"application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
        override = b'<Override PartName="/xl/sharedStrings.xml" ContentType="' + kind + b'"/></Types>'
        parts["[Content_Types].xml"] = types.replace(b"</Types>", override)
        start, rest = parts[sheet_part].split(f'<c r="{cell}"'.encode(), 1)
        end = rest.index(b"/>") + 2 if rest.index(b">") == rest.index(b"/>") + 1 else rest.index(b"</c>") + 4
        parts[sheet_part] = start + f'<c r="{cell}" t="s"><v>0</v></c>'.encode() + rest[end:]

    return with_parts(sound_workbook(form), change)


@pytest.mark.parametrize(
    ("strings", "text"),
    [
        ("<si><t>甲_x005F_x000D_乙</t></si>", "甲_x000D_乙"),
        ("<si><t>甲x005F_乙</t></si>", "甲x005F_乙"),
        ("<si><r><rPr><b/></rPr><t>甲</t></r><r><t xml:space='preserve'> 乙</t></r></si>", "甲 乙"),
        ("<si><t>甲</t><rPh sb='0' eb='1'><t>jia</t></rPh></si>", "甲"),
    ],
)
def test_shared_strings_are_read_as_they_were_typed(form_2021: Form, strings: str, text: str) -> None:
    filing, _ = read(form_2021, as_shared(form_2021, "xl/worksheets/sheet1.xml", "B8", strings))
    assert filing["org"].text == text


def test_a_false_dimension_hides_nothing(form_2021: Form) -> None:
    def lie(parts: dict[str, bytes]) -> None:
        name = "xl/worksheets/sheet3.xml"
        before, after = parts[name].split(b'<dimension ref="', 1)
        parts[name] = before + b'<dimension ref="A1' + after[after.index(b'"') :]

    filing, findings = read(form_2021, with_parts(sound_workbook(form_2021), lie))
    assert findings == ()
    assert filing["disclosure.permits.decisions"].number == 0


def test_comments_and_charts_do_no_harm(form_2021: Form) -> None:
    def add(book: Book) -> None:
        book["表二"]["B6"].comment = Comment("核对过", "某人")
        book.create_chartsheet("图")

    assert read(form_2021, edited(sound_workbook(form_2021), add))[1] == ()


@pytest.fixture
def work(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """Count what reading does for single cells and rows: in Python, for what regular expressions pass over is cheap."""
    counted: Counter[str] = Counter()

    def count(place: object, name: str, what: str) -> None:
        real = getattr(place, name)

        def counting(*args: Any, **named: Any) -> object:  # noqa: ANN401 - whatever it takes
            counted[what] += len(args[1]) if what == "bytes for a parser" else 1
            return real(*args, **named)

        monkeypatch.setattr(place, name, counting)

    count(Meaning, "cell", "cells made")
    count(direct_sheet, "feed", "bytes for a parser")
    count(WorkSheetParser, "parse_row", "rows of openpyxl")
    count(WorkSheetParser, "parse_cell", "cells of openpyxl")
    return counted


def test_rows_that_do_not_matter_cost_nothing(form_2021: Form, work: Counter[str]) -> None:
    done: list[Counter[str]] = []
    # Where texts are read, some thousand rows do matter.
    for last in (6_000, 12_000):

        def add(book: Book, last: int = last) -> None:
            extra = book.create_sheet("附表")
            for sheet in (extra, book["表三"], book["一、总体情况"]):
                for row in range(300, last):
                    sheet.cell(row, 12 if sheet is not extra else 1, row)

        content = edited(sound_workbook(form_2021), add)
        work.clear()
        assert said(read(form_2021, content)[1]) == []
        done.append(Counter(work))
    before, after = done
    assert before.keys() == after.keys() != set()
    assert all(after[what] - before[what] < 100 for what in after)


def test_what_openpyxl_prints_reaches_nobody(form_2021: Form, capsys: pytest.CaptureFixture[str]) -> None:
    def break_styles(parts: dict[str, bytes]) -> None:
        styles = parts["xl/styles.xml"]
        start, end = styles.index(b"<cellStyleXfs"), styles.index(b"</cellStyleXfs>")
        parts["xl/styles.xml"] = styles[:start] + b"<cellStyleXfs>" + styles[end:]
        # Small letters are left to openpyxl.
        parts["xl/worksheets/sheet4.xml"] = parts["xl/worksheets/sheet4.xml"].replace(b'r="D7"', b'r="d7"')

    with pytest.raises(FileError):
        read(form_2021, with_parts(sound_workbook(form_2021), break_styles))
    assert capsys.readouterr() == ("", "")
