"""The sheet of names: every name once, with the cells it stands for, locked, and of no interest to the reader."""

from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.cell.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet

from make_report.form.model import Form
from make_report.form.reference import Names
from make_report.form.side_sheet import SIDE_BAND_ROW
from make_report.quoting import Quoting
from make_report.workbook.reading.open import open_workbook
from make_report.workbook.reading.read import read_filing
from make_report.workbook.writing.blank import standard_workbook
from tests.workbook.editing import Book, edited, read, read_edited, sound_workbook
from tests.workbook.opened import is_locked, opened, small_form
from tests.workbook.writing.test_live import recalculated, zeros

SHEET = "可引用的数字"


def rows(sheet: Worksheet) -> dict[str, tuple[Cell, ...]]:
    """Return the rows of the list by name."""
    below = sheet.iter_rows(min_row=SIDE_BAND_ROW + 1)
    return {str(row[0].value): row for row in below if str(row[0].value).startswith("{")}  # pyright: ignore[reportReturnType] - no merged cell begins with a brace


@pytest.mark.parametrize("name", ["form_2019", "form_2021"])
def test_the_sheet_lists_every_name_once_in_the_order_of_the_workbook(
    name: str, request: pytest.FixtureRequest
) -> None:
    form: Form = request.getfixturevalue(name)
    sheet = opened(form)[SHEET]
    assert isinstance(sheet, Worksheet)
    assert list(rows(sheet)) == [quotable.braced for quotable in Names(form).quotables]
    assert sheet.freeze_panes == f"A{SIDE_BAND_ROW + 1}"
    assert sheet.protection.sheet
    assert all(is_locked(cell) for row in rows(sheet).values() for cell in row)


def test_a_value_comes_from_the_cells_it_stands_for(form_2021: Form) -> None:
    sheet = opened(form_2021)[SHEET]
    assert isinstance(sheet, Worksheet)
    listed = rows(sheet)
    assert listed["{本年新收.自然人}"][1].value == "=IF('表三'!D7=\"\",\"未填\",'表三'!D7)"
    assert listed["{不予公开.总计}"][1].value == "=IF(COUNT('表三'!J11:J18)=0,\"未填\",SUM('表三'!J11:J18))"
    assert [cell.value for cell in listed["{行政诉讼.总计}"][2:4]] == ["件", "表四 J7 O7之和"]


def test_a_form_that_names_no_sheet_has_none() -> None:
    assert opened(small_form()).sheetnames[-2] == "Single"


def test_the_reader_looks_neither_for_the_sheet_nor_at_it(form_2021: Form) -> None:
    whole = read(form_2021, sound_workbook(form_2021))
    without = read_edited(form_2021, lambda book: book.remove(book[SHEET]))
    changed = read_edited(form_2021, lambda book: book[SHEET].cell(5, 2, "anything"))
    assert without == changed == whole


def test_it_is_never_taken_for_a_renamed_sheet_of_the_form(form_2021: Form) -> None:
    def rename(book: Book) -> None:
        book[SHEET]["A1"] = "二、主动公开政府信息情况"
        book.remove(book["表二"])

    content = edited(sound_workbook(form_2021), rename)
    _, findings = read_filing(form_2021, open_workbook(content, "workbook.xlsx"))
    assert [(finding.code, str(finding.place)) for finding in findings] == [("F04", "表二")]


@pytest.mark.office
@pytest.mark.parametrize("name", ["form_2019", "form_2021"])
def test_the_present_values_are_what_a_text_would_be_filled_in_with(
    name: str, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    form: Form = request.getfixturevalue(name)
    figures = {field: Decimal(number) for number, field in enumerate(zeros(form), start=1)}
    path = recalculated(form, {"filled": figures}, tmp_path)["filled"]
    sheet = load_workbook(path, data_only=True)[SHEET]
    assert isinstance(sheet, Worksheet)
    filing, _ = read_filing(form, open_workbook(standard_workbook(form, figures), "filled.xlsx"))
    quoting = Quoting(form, filing)
    for name_in_braces, row in rows(sheet).items():
        if row[2].value == "件":
            assert str(row[1].value) == quoting.filled(name_in_braces), name_in_braces
