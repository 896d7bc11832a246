"""Cells that could be read in two ways are not read by openpyxl, which takes one of them in silence."""

import pytest

from make_report.workbook.reading.guard_cells import are_sound


def sheet(rows: str) -> bytes:
    return f"<worksheet><sheetData>{rows}</sheetData></worksheet>".encode()


@pytest.mark.parametrize(
    "rows",
    [
        '<row r="7"><c r="C7"><v>1</v></c><c r="D7"><v>5</v></c></row><row r="9"/>',
        '<row r="7"><c r="D7"><v>5</v></c><c r="C7"><v>1</v></c></row>',
        "<row><c><v>1</v></c><c/></row><row><c><v>2</v></c></row>",
        '<row><c r="A1"><v>1</v></c></row><row r="7"/><row><c r="A8"/></row>',
        '<x:row r="7"><x:c r="d7" s="1"><x:v>5</x:v></x:c></x:row>',
        '<row r="7"><c r="D7"><f>2+3</f><v><![CDATA[5]]></v></c><c r="E7"><v/></c><c r="F7"><v></v></c></row>',
        '<row r="7" spans="1:2"><c s="1" r="D7" t="s"><v>0</v></c><cols/><c r="XFD7"/></row>',
    ],
)
def test_what_programs_write_is_sound(rows: str) -> None:
    assert are_sound(sheet(rows))


@pytest.mark.parametrize(
    "rows",
    [
        '<row r="7"><c r="D7"><v>1</v></c><c r="D7"><v>5</v></c></row>',
        '<row r="7"><c r="D7"/><c r="d7"/></row>',
        '<row r="7"><c r="C7"/><c/><c r="D7"/></row>',
        '<row r="7"><c r="D7"/><c r="&#68;7"/></row>',
        '<row r="7"><c r="D8"><v>1</v></c></row><row r="8"><c r="D8"><v>5</v></c></row>',
        '<row r="7"><c r="D9"><v>5</v></c></row>',
        '<row><c r="D7"><v>5</v></c></row>',
        '<row r="7"/><row r="7"/>',
        '<row r="8"/><row r="7"/>',
        '<row r="7"/><row/><row r="8"/>',
        '<row r="&#55;"/>',
        '<row r="1048576"/><row/>',
        '<row r="7"><c r="XFD7"/><c/></row>',
        '<row r="7"><c r="D7"><v>5</v><v>6</v></c></row>',
        '<row r="7"><c r="D7"><v>5<!-- x -->6</v></c></row>',
        '<row r="7"><c r="D7"><v>5<b/>6</v></c></row>',
        '<row r="7"><c r="D7"><v>1_0</v></c></row>',
        '<row r="7"><c r="D7"><v>١٠</v></c></row>',
    ],
)
def test_what_could_be_read_in_two_ways_is_not(rows: str) -> None:
    assert not are_sound(sheet(rows))
