"""A stock begins with last year's figure: a locked formula that is read rightly with and without a saved result."""

import io
import re
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from openpyxl import Workbook, load_workbook

from make_report.check import LastYear, check_filing
from make_report.data import data_as_json, data_of
from make_report.filing import Entries, State
from make_report.form.layout import layout_of
from make_report.form.library import Library
from make_report.form.model import Form
from make_report.next_year import NextYear, next_year
from make_report.report import report_of
from make_report.workbook.writing.blank import standard_workbook
from make_report.workbook.writing.style import COMPUTED_FILL
from tests.conftest import TEMPLATES
from tests.filings import SENTENCE, errors
from tests.filings import filing as sound_filing
from tests.workbook.editing import edited, read, sound_entries, with_parts
from tests.workbook.test_office import converted

LIBRARY = Library((TEMPLATES,))
ROW = "disclosure.normative_documents"
STOCK, RULES = f"{ROW}.in_force", "disclosure.rules.in_force"
LAST: Entries = {"year": 2022, "org": "某某区", STOCK: 698}
FIGURES = {f"{ROW}.made": 77, f"{ROW}.repealed": 132}


def made_from(form: Form, entries: Entries, folder: Path) -> NextYear:
    (folder / "last.xlsx").write_bytes(standard_workbook(form, {**sound_entries(form), **entries}))
    return next_year(folder / "last.xlsx", LIBRARY, None, None, None)


def filled(made: NextYear, entries: Entries) -> bytes:
    """Return the workbook with all its entry cells filled in, and nothing calculated by a spreadsheet program."""
    places = layout_of(made.form).places

    def fill(book: Workbook) -> None:
        for name, content in {**sound_entries(made.form), **entries}.items():
            cell: Any = book[places[name].sheet][places[name].cell]
            if cell.value is None:
                cell.value = SENTENCE if isinstance(content, tuple) else content

    return edited(made.workbook, fill)


def typed(content: bytes, entry: object, form: Form) -> bytes:
    place = layout_of(form).places[STOCK]

    def put(book: Workbook) -> None:
        cell: Any = book[place.sheet][place.cell]
        cell.value = entry

    return edited(content, put)


def saved(content: bytes, result: str, form: Form) -> bytes:
    """Return the workbook with the result of the stock's formula, as a spreadsheet program saves it."""
    place = layout_of(form).places[STOCK]

    def store(parts: dict[str, bytes]) -> None:
        sheets = [name for name, part in parts.items() if b"<f>698+" in part]
        assert len(sheets) == 1
        kind = "" if result.isdecimal() else ' t="e"'
        start = rf'<c r="{place.cell}"([^>]*)>(<f>[^<]*</f>)<v></v>'.encode()
        parts[sheets[0]], count = re.subn(
            start, rf'<c r="{place.cell}"\1{kind}>\2<v>{result}</v>'.encode(), parts[sheets[0]]
        )
        assert count == 1

    return with_parts(content, store)


def formula(made: NextYear, field: str = STOCK) -> object:
    place = layout_of(made.form).places[field]
    return load_workbook(io.BytesIO(made.workbook))[place.sheet][place.cell].value


def test_the_cell_says_just_the_rule_and_looks_and_is_locked_like_a_total(form_2021: Form, tmp_path: Path) -> None:
    made = made_from(form_2021, LAST, tmp_path)
    place = layout_of(form_2021).places[STOCK]
    cell: Any = load_workbook(io.BytesIO(made.workbook))[place.sheet][place.cell]
    assert (cell.value, cell.protection.locked) == (f"=698+B{place.row}-C{place.row}", True)
    assert cell.fill == COMPUTED_FILL
    assert STOCK not in made.entries


def test_last_years_data_and_report_give_the_same_formula(form_2021: Form, tmp_path: Path) -> None:
    made = made_from(form_2021, LAST, tmp_path)
    filing, _ = read(form_2021, (tmp_path / "last.xlsx").read_bytes())
    (tmp_path / "last.json").write_text(data_as_json(data_of(form_2021, filing)), encoding="utf-8")
    (tmp_path / "last.docx").write_bytes(report_of(form_2021, filing, LIBRARY))
    for name in ("last.json", "last.docx"):
        again = next_year(tmp_path / name, LIBRARY, None, None, None)
        assert (formula(again), formula(again, RULES)) == (formula(made), formula(made, RULES))


def test_an_empty_stock_or_another_form_gives_none(form_2021: Form, form_2019: Form, tmp_path: Path) -> None:
    blank = {**{f"disclosure.rules.{column}": "" for column in ("made", "repealed", "in_force")}, "year": 2022}
    assert formula(made_from(form_2021, blank, tmp_path), RULES) is None
    other = made_from(form_2019, {"year": 2020, f"{ROW}.public_total": 30}, tmp_path)
    assert (other.form.form_id, formula(other)) == ("zfxxgk-2021", None)


def test_a_stock_that_only_grows_is_a_formula_as_well(form_2019: Form, tmp_path: Path) -> None:
    made = made_from(form_2019, {"year": 2019, f"{ROW}.public_total": 30}, tmp_path)
    place = layout_of(form_2019).places[f"{ROW}.published"]
    assert formula(made, f"{ROW}.public_total") == f"=30+{place.cell}"


@pytest.mark.usefixtures("each_way")
@pytest.mark.parametrize("result", ["", "643", "640", "#VALUE!"])
def test_it_is_read_as_what_it_comes_to_whatever_was_saved(form_2021: Form, tmp_path: Path, result: str) -> None:
    content = filled(made_from(form_2021, LAST, tmp_path), FIGURES)
    filing, findings = read(form_2021, saved(content, result, form_2021) if result else content)
    assert (filing[STOCK].number, findings) == (643, ())


@pytest.mark.usefixtures("each_way")
@pytest.mark.parametrize(
    ("entry", "figure", "codes"),
    [
        ("= 698 + $B$7 - $C$7", 643, []),
        ("=700+B7-C7", 645, []),
        (470, 470, []),
        ("=698+B7-C8", None, ["U05"]),
        ("=B7-C7", None, ["U05"]),
        ("=698+B7", None, ["U05"]),
        ("=SUM(B7:C7)", None, ["U05"]),
    ],
)
def test_only_its_own_formula_is_calculated(
    form_2021: Form, tmp_path: Path, entry: object, figure: int | None, codes: list[str]
) -> None:
    content = typed(filled(made_from(form_2021, LAST, tmp_path), FIGURES), entry, form_2021)
    filing, findings = read(form_2021, content)
    assert filing[STOCK].number == figure
    assert [finding.code for finding in findings] == codes


@pytest.mark.usefixtures("each_way")
@pytest.mark.parametrize(("entry", "codes"), [("", ["U01"]), ("二十件左右", ["U03"]), ("77件", ["U03"])])
def test_what_is_wrong_with_a_cell_it_needs_is_said_there_only(
    form_2021: Form, tmp_path: Path, entry: str, codes: list[str]
) -> None:
    content = filled(made_from(form_2021, LAST, tmp_path), {**FIGURES, f"{ROW}.made": entry})
    filing, findings = read(form_2021, content)
    found = [finding for finding in (*findings, *check_filing(form_2021, filing)) if finding.place.sheet == "表二"]
    assert [(finding.code, str(finding.place)) for finding in found] == [(codes[0], "表二 B7")]
    known = entry == "77件"
    assert (filing[STOCK].state, filing[STOCK].number) == ((State.READ, 643) if known else (State.UNREADABLE, None))
    # A formula is no content that could be put into another workbook.
    assert known or "in_force" not in data_of(form_2021, filing)["disclosure"]["normative_documents"]


@pytest.mark.usefixtures("each_way")
@pytest.mark.parametrize(("last", "places"), [(0, []), (3, ["表二 B6", "表二 C6"])])
def test_a_row_that_may_be_blank_is_blank_only_if_it_had_no_stock(
    form_2021: Form, tmp_path: Path, last: int, places: list[str]
) -> None:
    blank = dict.fromkeys((f"disclosure.rules.{column}" for column in ("made", "repealed")), "")
    content = filled(made_from(form_2021, {**LAST, RULES: last}, tmp_path), {**FIGURES, **blank})
    filing, findings = read(form_2021, content)
    found = errors((*findings, *check_filing(form_2021, filing)))
    assert [str(finding.place) for finding in found] == places
    assert filing[RULES].state is (State.UNREADABLE if last else State.NOT_APPLICABLE)


def test_more_repealed_than_there_were_is_an_error_at_the_stock(form_2021: Form, tmp_path: Path) -> None:
    content = filled(made_from(form_2021, LAST, tmp_path), {**FIGURES, f"{ROW}.repealed": 800})
    filing, _ = read(form_2021, content)
    assert ("A08", "表二 D7") in [(one.code, str(one.place)) for one in errors(check_filing(form_2021, filing))]


@pytest.mark.parametrize(("entry", "codes"), [(None, []), (470, ["X03"])])
def test_the_way_to_the_report(form_2021: Form, tmp_path: Path, entry: int | None, codes: list[str]) -> None:
    content = filled(made_from(form_2021, LAST, tmp_path), FIGURES)
    filing, findings = read(form_2021, content if entry is None else typed(content, entry, form_2021))
    last = sound_filing(form_2021, {name: value for name, value in LAST.items() if not isinstance(value, tuple)})
    found = check_filing(form_2021, filing, LastYear(form_2021, last))
    assert not errors((*findings, *found))
    assert [finding.code for finding in found if finding.code == "X03"] == codes
    document: Any = Document(io.BytesIO(report_of(form_2021, filing, LIBRARY)))
    row = next(row for row in document.tables[0].rows if row.cells[0].text == "行政规范性文件")
    assert [cell.text for cell in row.cells] == ["行政规范性文件", "77", "132", str(entry or 643)]


@pytest.mark.office
def test_an_office_program_shows_and_saves_what_is_read(form_2021: Form, tmp_path: Path) -> None:
    content = filled(made_from(form_2021, LAST, tmp_path), FIGURES)
    opened = converted(content, "xlsx", tmp_path)
    assert load_workbook(io.BytesIO(opened), data_only=True)["表二"]["D7"].value == 643
    assert read(form_2021, opened)[0][STOCK].number == 643
    assert formula(made_from(form_2021, LAST, tmp_path)) == load_workbook(io.BytesIO(opened))["表二"]["D7"].value
