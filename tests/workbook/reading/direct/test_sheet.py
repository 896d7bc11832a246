"""What is read of a sheet's XML, and where openpyxl is asked to look instead."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from make_report.workbook.reading.cell import Cell, Cells
from make_report.workbook.reading.direct.content import Meaning
from make_report.workbook.reading.direct.formats import number_formats
from make_report.workbook.reading.direct.markup import MAIN, NotUnderstoodError
from make_report.workbook.reading.direct.sheet import cells_of
from make_report.workbook.reading.direct.strings import SharedStrings
from tests.workbook.reading.direct.ways import typed

STYLES = f'<styleSheet xmlns="{MAIN}"><cellXfs><xf/><xf numFmtId="10"/><xf numFmtId="14"/></cellXfs></styleSheet>'
STRINGS = f'<sst xmlns="{MAIN}"><si><t>甲</t></si></sst>'
MEANING = Meaning(SharedStrings(STRINGS.encode()), number_formats(STYLES.encode()), since_1904=False)


def sheet(data: str, after: str = "", before: str = "") -> str:
    return f'<worksheet xmlns="{MAIN}">{before}<sheetData>{data}</sheetData>{after}</worksheet>'


def cells(markup: str, rows: int = 5, columns: int = 5) -> Cells:
    return cells_of(markup.encode(), rows, columns, MEANING)


def test_a_cell_s_value_formula_and_format_come_from_one_pass() -> None:
    data = '<row r="2"><c r="B2" s="1"><f>A1/2</f><v>0.5</v></c><c r="C2" t="s"><v>0</v></c><c r="D2" s="1"/></row>'
    assert cells(sheet(data)) == {(2, 2): Cell(0.5, "=A1/2", "0.00%"), (2, 3): Cell("甲")}


def test_nothing_is_kept_beyond_the_rows_and_columns_asked_for() -> None:
    data = '<row r="1"><c r="A1"><v>1</v></c><c r="F1"><v>2</v></c></row><row r="6"><c r="A6"><v>x</v></c></row>'
    assert cells(sheet(data)) == {(1, 1): Cell(1)}


def test_a_formula_shared_by_cells_beside_the_form_does_no_harm() -> None:
    beside = '<c r="F1"><f t="shared" si="0" ref="F1:F2">A1</f></c>'
    data = f'<row r="1">{beside}</row><row r="2"><c r="F2"><f t="shared" si="0"/><v>1</v></c></row>'
    assert cells(sheet(data)) == {}


ONE = '<c r="A1"><v>1</v></c>'


@pytest.mark.parametrize(
    "data",
    [
        '<row r="1"/><row r="1"/>',
        '<row r="2"/><row r="1"/>',
        '<row r="9"/><row r="8"/>',
        '<row r="01"/>',
        '<row r="0"/>',
        '<row r="1048577"/>',
        "<row/>",
        '<row r="１"/>',
        f'<row r="1">{ONE}{ONE}</row>',
        '<row r="1"><c r="B1"/><c r="A1"/></row>',
        '<row r="9"><c r="B9"/><c r="A9"/></row>',
        '<row r="1"><c r="A2"/></row>',
        '<row r="1"><c/></row>',
        '<row r="1"><c r="a1"/></row>',
        '<row r="1"><c r="XFE1"/></row>',
        '<row r="1"><c r="A1"><v>1</v><v>2</v></c></row>',
        '<row r="1"><c r="A1"><f>1</f><f>2</f></c></row>',
        '<row r="1"><c r="A1"><v>1<!-- 2 -->3</v></c></row>',
        '<row r="1"><c r="A1"><v>1<b/></v></c></row>',
        '<row r="1"><c r="A1"><v>1</v><is><t>2</t></is></c></row>',
        '<row r="1"><c r="A1" t="inlineStr"><is><t>甲</t><t>乙</t></is></c></row>',
        '<row r="1"><c r="A1" t="inlineStr"><is><r><t>甲</t></r><t>乙</t></is></c></row>',
        '<row r="1"><c r="A1" t="d"><v>2025-01-01</v></c></row>',
        '<row r="1"><c r="A1"><f t="shared" si="0"/><v>1</v></c></row>',
        '<row r="1"><x r="A1"/></row>',
        '<row r="1"><c xmlns="other" r="A1"><v>1</v></c></row>',
        "<row>",
    ],
)
def test_openpyxl_is_asked_about_whatever_is_odd(data: str) -> None:
    with pytest.raises(NotUnderstoodError):
        cells(sheet(data))


@pytest.mark.parametrize(
    "markup",
    [
        sheet("", after=f'<row r="1">{ONE}</row>'),
        sheet("", after=f"<other>{ONE}</other>"),
        sheet("", after=f'<sheetData><row r="1">{ONE}</row></sheetData>'),
        sheet("", before=f'<row r="1">{ONE}</row>'),
        sheet('<row r="9"/>', after="<sheetData/>"),
        sheet("", after='<mergeCells><mergeCell ref="A1"/></mergeCells>'),
        f"<other>{sheet('')}</other>",
        sheet("").replace(MAIN, "other"),
        sheet("<?php ?>"),
        f"<!DOCTYPE worksheet>{sheet('')}",
        sheet("") + sheet(""),
        "",
    ],
)
def test_cells_stand_in_one_place_only(markup: str) -> None:
    with pytest.raises(NotUnderstoodError):
        cells(markup)


def test_a_prefix_changes_nothing() -> None:
    prefixed = f'<x:worksheet xmlns:x="{MAIN}"><x:sheetData><x:row r="1"><x:c r="A1"><x:v>1</x:v></x:c></x:row>'
    assert cells(prefixed + "</x:sheetData></x:worksheet>") == {(1, 1): Cell(1)}


SOUND = st.sampled_from(
    [
        *(
            (kind, f"<v>{value}</v>")
            for kind in ("", ' t="n"')
            for value in ("1", "007", "1e3", "-0.5", " 1\n", "&#49;")
        ),
        *(
            (' t="inlineStr"', f"<is><t>{text}</t></is>")
            for text in ("甲\n乙", "", "&#x7532;&lt;", "_x000D_&amp;", "a>b")
        ),
        (' t="inlineStr"', '<is><t xml:space="preserve"> &amp;amp; </t></is>'),
        *(
            (' t="str"', inside)
            for inside in ("<f>A1</f><v>2</v>", '<f aca="false">"&amp;"</f><v>&#10;</v>', "<f></f>")
        ),
        *((kind, inside) for kind in ("", ' t="b"', ' t="e"', ' t="s"') for inside in ("<v></v>", "<v>0</v>", "")),
    ]
)
ODD = st.sampled_from(
    [
        *(
            "<v>x</v>",
            "<v>&nbsp;</v>",
            "<f/>",
            '<f t="shared" si="0"/>',
            "<v/>",
            "<is/>",
            "<v>1</v><v>1</v>",
            "<is><t>a&</t></is>",
        ),
        *(
            "<is><t>]]></t></is>",
            "<is><t>&#xFDD0;&amp;</t></is>",
            "<is><r><t>甲</t></r></is>",
            "<is><t>\ufdd0</t></is>",
        ),
        *("<is><t>\r\n</t></is>", "<is><t>\uffff</t></is>", "<!-- -->", "<![CDATA[1]]>", " ", "x", "<v>&#0;</v>"),
    ]
)
KINDS = st.sampled_from(
    ["", ' t="n"', ' t="inlineStr"', ' t="s"', ' t="d"', ' t=""', ' s="9"', ' s="01"', ' x="1"', " "]
)
STYLES_OF_CELLS = st.sampled_from(["", ' s="1"', ' s="2"'])
ROW_ATTRIBUTES = st.sampled_from(
    [' ht="1" ht="1"', ' r="1"', ' foo="1"', ' xmlns="other"', ' ht="&lt;"', ' ht="1"\u3000', "/", " /", ' ht="a>"']
)


@st.composite
def rows(draw: st.DrawFn) -> str:
    """Return rows with at most one or two things in them that are odd."""
    odd = draw(st.sets(st.integers(0, 12), max_size=2))
    row, number, markup = 0, 0, ""
    for _ in range(draw(st.integers(1, 4))):
        row += 0 if number in odd else draw(st.integers(1, 2))
        within = ""
        for letter in sorted(draw(st.sets(st.sampled_from("ABC"), max_size=3))):
            number += 1
            kind, inside = draw(SOUND) if number not in odd else (draw(KINDS), draw(ODD))
            begun = f'<c r="{letter}{row}"{draw(STYLES_OF_CELLS)}{kind}'
            within += f"{begun}>{inside}</c>" if inside else f"{begun}/>"
        number += 1
        around = draw(ROW_ATTRIBUTES) if number in odd else draw(st.sampled_from(["", ' spans="1:2" ht="3.5"']))
        markup += f'<row r="{row}"{around}>{within}</row>'
    return markup


def told(markup: str, columns: int) -> object:
    try:
        return typed(({}, {"": cells(markup, 2, columns)}))
    except NotUnderstoodError:
        return None


@given(rows(), st.integers(1, 3))
def test_rows_read_without_a_parser_are_what_a_parser_reads(data: str, columns: int) -> None:
    plain = sheet(data)
    assert told(plain, columns) == told(plain.replace("<sheetData>", "<sheetData >"), columns)


@pytest.mark.parametrize(
    "markup",
    [
        sheet("", after=f'<other xmlns="other"><sheetData><row r="1">{ONE}</row></sheetData></other>'),
        sheet("").replace("<sheetData></sheetData>", f'<o xmlns="o"><sheetData><row r="1">{ONE}</row></sheetData></o>'),
        f'<x:worksheet xmlns:x="{MAIN}"><x:sheetData/><sheetData><row r="1">{ONE}</row></sheetData></x:worksheet>',
    ],
)
def test_rows_that_only_look_like_the_sheet_s_are_not_read(markup: str) -> None:
    assert cells(markup) == {}


@pytest.mark.parametrize("encoding", ["US-ASCII", "ascii"])
def test_a_sheet_is_read_in_the_encoding_that_it_declares(encoding: str) -> None:
    text = sheet('<row r="1"><c r="A1" t="inlineStr"><is><t>甲</t></is></c></row>')
    with pytest.raises(NotUnderstoodError):
        cells(f'<?xml version="1.0"{" " * 100}encoding="{encoding}"?>{text}')
