"""Both ways of reading agree, cell by cell and finding by finding; what one does not understand, the other judges."""

import io
import warnings
from collections.abc import Generator, Mapping
from contextlib import contextmanager, suppress
from datetime import date, datetime, time, timedelta
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.cell.cell import Cell
from openpyxl.cell.rich_text import CellRichText
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from openpyxl.utils.exceptions import IllegalCharacterError

from make_report.errors import FileError
from make_report.form.load import load_form
from make_report.form.model import Form
from make_report.workbook.reading.direct.book import DirectBook
from make_report.workbook.reading.direct.markup import NotUnderstoodError
from make_report.workbook.reading.open import open_workbook
from make_report.workbook.reading.read import read_filing
from tests.conftest import REPOSITORY, TEMPLATES
from tests.filled import marked_entries
from tests.hostile.workbooks import Attack, attacks
from tests.workbook.editing import sound_workbook, with_parts
from tests.workbook.reading.direct.strings import as_shared_strings
from tests.workbook.reading.direct.ways import assert_agreement, by_openpyxl, directly, typed
from tests.workbook.test_office import converted

WORKBOOKS = sorted([*(REPOSITORY / "input_examples").glob("*.xlsx"), *TEMPLATES.glob("*/blank.xlsx")])
ATTACKS = [*attacks(sound_workbook(load_form(TEMPLATES / "zfxxgk-2021")))]


@contextmanager
def nothing_understood() -> Generator[None]:
    class Silent(DirectBook):
        def sheet_parts(self) -> Mapping[str, str]:
            raise NotUnderstoodError

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("make_report.workbook.reading.open.DirectBook", Silent)
        yield


@pytest.mark.parametrize("path", WORKBOOKS, ids=lambda path: str(path.relative_to(REPOSITORY)))
def test_both_ways_agree_on_every_workbook_here(path: Path) -> None:
    content = path.read_bytes()
    assert typed(directly(content, 400, 60)) == typed(by_openpyxl(content, 400, 60))
    assert typed(directly(as_shared_strings(content))) == typed(by_openpyxl(content))


@pytest.mark.parametrize("path", WORKBOOKS, ids=lambda path: str(path.relative_to(REPOSITORY)))
def test_both_ways_give_the_same_filing_and_findings(path: Path, form_2019: Form, form_2021: Form) -> None:
    content = path.read_bytes()
    form = {one.form_id: one for one in (form_2019, form_2021)}[open_workbook(content, path.name).form_id]
    direct = read_filing(form, open_workbook(content, path.name))
    with nothing_understood():
        assert direct == read_filing(form, open_workbook(content, path.name))


@pytest.mark.office
def test_both_ways_agree_on_what_an_office_program_saves(tmp_path: Path, form_2021: Form) -> None:
    for number, workbook in enumerate(
        [sound_workbook(form_2021, marked_entries(form_2021)), WORKBOOKS[0].read_bytes()]
    ):
        folder = tmp_path / str(number)
        folder.mkdir()
        content = converted(workbook, "xlsx", folder)
        assert typed(directly(content)) == typed(by_openpyxl(content))


@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack.name)
def test_no_attack_is_read_otherwise_than_by_openpyxl(attack: Attack) -> None:
    assert_agreement(attack.content)


@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack.name)
def test_every_attack_gets_the_same_answer(attack: Attack, form_2021: Form) -> None:
    def answer() -> object:
        try:
            return read_filing(form_2021, open_workbook(attack.content, "a.xlsx"))
        except FileError as error:
            return str(error)

    direct = answer()
    with nothing_understood():
        assert direct == answer()


NUMBERS = st.one_of(
    st.integers(-(10**15), 10**15), st.floats(allow_nan=False, allow_infinity=False), st.floats(-2, 60_000)
)
DATES = st.one_of(
    st.datetimes(datetime(1900, 1, 1), datetime(2200, 1, 1)),  # noqa: DTZ001 - cells know no time zones
    st.dates(date(1900, 1, 1), date(2200, 1, 1)),
    st.times(),
)
XML_TEXT = st.text(
    st.characters(
        codec="utf-8", exclude_categories=["Cs", "Cc"], include_characters="\n\t", exclude_characters="\uffff\ufffe"
    )
)
TEXTS = st.one_of(
    XML_TEXT,
    st.text("_x0D5Fabc甲\n ", max_size=12).filter(lambda text: not text.startswith("=")),
    st.sampled_from(["#REF!", "#N/A", "TRUE", "_x000D_", "_x005F_x000D_", " ", "　"]),
    st.lists(st.text("甲乙 a", min_size=1), min_size=1).map(lambda runs: CellRichText(*runs)),
)
FORMATS = st.sampled_from(
    [
        "General",
        "0",
        "0.00%",
        "yyyy-mm-dd",
        'yyyy"年"m"月"',
        "h:mm",
        "mm-dd-yy",
        "0;;;@",
        '"d"0',
        "[Red]0",
        "[DBNum1]0",
        "@",
    ]
)


@settings(max_examples=60)
@given(
    st.lists(st.tuples(st.integers(1, 9), st.integers(1, 9), NUMBERS | DATES | TEXTS | st.booleans(), FORMATS)),
    st.lists(st.tuples(st.integers(1, 9), st.integers(1, 9), st.sampled_from(["=A1+1", '="甲"&B2', "=SUM(A1:B2)"]))),
    st.sampled_from([1900, 1904]),
)
def test_both_ways_agree_on_whatever_openpyxl_writes(
    cells: list[tuple[int, int, object, str]], formulas: list[tuple[int, int, str]], first_year: int
) -> None:
    book = openpyxl.Workbook()
    if first_year == 1904:
        book.epoch = CALENDAR_MAC_1904
    sheet = book.worksheets[0]
    for row, column, value, number_format in cells:
        written = sheet.cell(row, column)
        assert isinstance(written, Cell)
        with suppress(IllegalCharacterError):
            written.value = value  # pyright: ignore[reportAttributeAccessIssue] - any value that it can write
            if not isinstance(value, date | time | timedelta):
                written.number_format = number_format
    for row, column, formula in formulas:
        sheet.cell(row, column, formula)
    target = io.BytesIO()
    book.save(target)
    content = target.getvalue()
    for written in (content, as_shared_strings(content)):
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            expected = by_openpyxl(written)
        try:
            found = directly(written)
        except NotUnderstoodError:
            # A date before the first year or after 9999: openpyxl makes an error of it.
            assert any(
                isinstance(value, int | float) or (isinstance(value, date) and value.year < first_year)
                for _, _, value, _ in cells
            )
        else:
            assert typed(found) == typed(expected)


VALUES = st.sampled_from(
    [
        "",
        *(
            f"<v>{value}</v>"
            for value in ("0", "1", "-1", "1e400", "1_0", "nan", "", " 7 ", "甲", "99999", "60", "0.5")
        ),
    ]
)
KINDS = st.sampled_from(["", *(f' t="{kind}"' for kind in ("n", "s", "str", "b", "e", "d", "inlineStr", "zz", ""))])
STYLES = st.sampled_from(["", *(f' s="{style}"' for style in ("0", "1", "5", "40", "9999", "-1", "x", ""))])
FORMULAS = st.sampled_from(
    ["", "<f>A2</f>", "<f/>", '<f t="shared" si="0">A2</f>', '<f t="shared" si="0"/>', '<f t="array">1</f>']
)
INLINE = st.sampled_from(["", "<is><t>甲</t></is>", "<is><r><t>甲</t></r><r><t> 乙</t></r></is>", "<is/>", "<b/>"])
MARKUP = st.tuples(KINDS, STYLES, FORMULAS, VALUES, INLINE).map(lambda parts: '<c r="A6"{}{}>{}{}{}</c>'.format(*parts))


@settings(max_examples=200)
@given(MARKUP)
def test_no_markup_of_a_cell_is_read_otherwise_than_by_openpyxl(markup: str) -> None:
    def put(parts: dict[str, bytes]) -> None:
        part = parts["xl/worksheets/sheet1.xml"]
        parts["xl/worksheets/sheet1.xml"] = part.replace(
            b"<sheetData>", f'<sheetData><row r="1">{markup}</row>'.encode()
        )

    content = with_parts(_EMPTY, put)
    with suppress(NotUnderstoodError):
        found = directly(content)
        assert typed(found) == typed(by_openpyxl(content))


def _empty() -> bytes:
    target = io.BytesIO()
    book = openpyxl.Workbook()
    book.worksheets[0].append(["甲", "乙"])
    book.worksheets[0].cell(5, 5, datetime(2025, 1, 1))  # noqa: DTZ001 - cells know no time zones
    book.save(target)
    return as_shared_strings(target.getvalue())


_EMPTY = _empty()
