"""The sheet of names: every name once, with the cells it stands for, locked, and of no interest to the reader."""

import csv
import io
import subprocess
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.cell.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet

from make_report.filing import Entries, Entry
from make_report.form.field import Kind
from make_report.form.model import Form
from make_report.form.reference import Names
from make_report.form.side_sheet import SIDE_BAND_ROW
from make_report.quoting import Quoting
from make_report.workbook.reading.open import open_workbook
from make_report.workbook.reading.read import read_filing
from make_report.workbook.writing.blank import standard_workbook
from tests.workbook.editing import Book, edited, read, read_edited, sound_workbook
from tests.workbook.opened import is_locked, opened, small_form
from tests.workbook.writing.sheet_values import Values

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


CHOSEN_UNIT, PUBLISHED = "万元", date(2022, 3, 9)


def filled_with(form: Form, figure: Callable[[int], Decimal]) -> Entries:
    """Return entries for all that is named: figures by their number, units, dates, the unit."""
    entries: dict[str, Entry] = {}
    for number, field in enumerate(form.fields.values(), start=1):
        if field.kind is Kind.NUMBER and not field.computed:
            entries[field.id] = figure(number)
        elif field.kind is Kind.NUMBER and field.type and field.type.signs:
            entries[field.id] = -figure(number)
        elif field.kind is Kind.DATE:
            entries[field.id] = PUBLISHED
        elif field.kind is Kind.CHOICE and field.choices[0].label in {"元", CHOSEN_UNIT}:
            entries[field.id] = next(choice.id for choice in field.choices if choice.label == CHOSEN_UNIT)
    return {**entries, "org": "某某市某某区民政局", "year": form.years.first}


def with_signs_and_decimals(form: Form) -> Entries:
    """Return entries in which every other change is a decrease and amounts have decimals."""
    entries = dict(filled_with(form, lambda number: Decimal(700 + 7 * number)))
    for number, field in enumerate(form.fields.values()):
        if field.type and field.type.signs and number % 2:
            entries[field.id] = Decimal(-8 - number)
        elif field.type and not field.type.integer:
            entries[field.id] = Decimal("5949.088667")
    return entries


FILLED: Mapping[str, Callable[[Form], Entries]] = {
    "each its own": lambda form: filled_with(form, Decimal),
    "all zero": lambda form: filled_with(form, lambda _: Decimal(0)),
    "signs and decimals": with_signs_and_decimals,
    "totals typed": lambda form: {**filled_with(form, Decimal), **dict.fromkeys(_totals(form), Decimal(4321))},
}


def _totals(form: Form) -> list[str]:
    return [field.id for field in form.fields.values() if field.computed]


def quoted(form: Form, content: bytes) -> dict[str, str]:
    """Return what the report prints for each name."""
    filing, _ = read_filing(form, open_workbook(content, "filled.xlsx"))
    quoting = Quoting(form, filing)
    return {quotable.braced: quoting.filled(quotable.braced) for quotable in Names(form).quotables}


@pytest.mark.parametrize("filling", FILLED)
@pytest.mark.parametrize("name", ["form_2019", "form_2021"])
def test_each_present_value_is_shown_as_the_report_prints_it(
    name: str, filling: str, request: pytest.FixtureRequest
) -> None:
    form: Form = request.getfixturevalue(name)
    content = standard_workbook(form, FILLED[filling](form))
    book = load_workbook(io.BytesIO(content))
    sheet, values = book[SHEET], Values(book)
    assert isinstance(sheet, Worksheet)
    printed = quoted(form, content)
    assert not any(text.startswith("{") for text in printed.values())
    assert {name: values.shown(row[1]) for name, row in rows(sheet).items()} == printed


@pytest.mark.parametrize("name", ["form_2019", "form_2021"])
def test_what_cannot_be_quoted_yet_is_said_to_be_missing(name: str, request: pytest.FixtureRequest) -> None:
    form: Form = request.getfixturevalue(name)
    content = standard_workbook(form, {"year": form.years.first})
    book = load_workbook(io.BytesIO(content))
    sheet, values = book[SHEET], Values(book)
    assert isinstance(sheet, Worksheet)
    shown = {name: values.shown(row[1]) for name, row in rows(sheet).items()}
    known = {name: text for name, text in quoted(form, content).items() if text != name}
    assert (
        known == {name: text for name, text in shown.items() if text != "未填"} == {"{报告年度}": str(form.years.first)}
    )


def test_decreases_dates_and_amounts_are_among_what_is_compared(form_2019: Form) -> None:
    printed = quoted(form_2019, standard_workbook(form_2019, with_signs_and_decimals(form_2019)))
    assert {"增", "减"} <= {text[0] for text in printed.values()}
    assert {"2022年3月9日", "5949.088667", "某某市某某区民政局"} <= {*printed.values()}


@pytest.mark.office
@pytest.mark.parametrize("filling", FILLED)
@pytest.mark.parametrize("name", ["form_2019", "form_2021"])
def test_an_office_program_shows_each_value_as_the_report_prints_it(
    name: str, filling: str, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    form: Form = request.getfixturevalue(name)
    content = standard_workbook(form, FILLED[filling](form))
    (tmp_path / "filled.xlsx").write_bytes(content)
    number = load_workbook(tmp_path / "filled.xlsx").sheetnames.index(SHEET) + 1
    as_shown = f"csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,true,false,false,{number}"
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", as_shown, "--outdir", str(tmp_path)]
    subprocess.run([*command, str(tmp_path / "filled.xlsx")], check=True, capture_output=True, timeout=120)  # noqa: S603 - our own words
    with next(tmp_path.glob("*.csv")).open(encoding="utf-8", newline="") as file:
        shown = {row[0]: row[1] for row in csv.reader(file) if row[0].startswith("{")}
    assert shown == quoted(form, content)
