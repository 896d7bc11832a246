"""Which parts of a workbook are read directly, and where openpyxl is asked to look instead."""

import struct
from collections.abc import Callable, Mapping
from random import Random

import pytest

from make_report.archive import MEGABYTE, read_parts
from make_report.errors import FileError
from make_report.form.model import Form
from make_report.workbook.reading.direct.book import DirectBook
from make_report.workbook.reading.direct.markup import NotUnderstoodError
from make_report.workbook.reading.open import open_workbook
from tests.hostile.workbooks import BOOK, BOOK_RELATIONS, TYPES
from tests.workbook.editing import Book, edited, read, sound_workbook

LONG_LIST, SHEETS = "台账", "xl/worksheets/sheet"
WORKBOOK_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"


def with_a_long_list(form: Form) -> bytes:
    """Return a sound workbook beside whose form a long list stands, in a part with a false checksum."""
    chance = Random(1)  # noqa: S311 - what does not deflate

    def add(book: Book) -> None:
        sheet = book.create_sheet(LONG_LIST)
        for _ in range(30_000):
            sheet.append([chance.random()])

    content = bytearray(edited(sound_workbook(form), add))
    last = f"xl/worksheets/sheet{sum(name.startswith(SHEETS) for name in read_parts(bytes(content)))}.xml"
    entry = content.rindex(b"PK\x01\x02", 0, content.rindex(last.encode()))
    assert struct.unpack_from("<I", content, entry + 24)[0] > MEGABYTE
    content[entry + 16 : entry + 20] = bytes(4)
    return bytes(content)


def test_an_office_s_own_long_list_is_not_even_inflated(form_2021: Form) -> None:
    content = with_a_long_list(form_2021)
    assert read(form_2021, content)[1] == ()
    workbook = open_workbook(content, "a.xlsx")
    assert workbook.sheet_names[-1] == LONG_LIST
    with pytest.raises(FileError):
        workbook.cells(LONG_LIST, 1, 1)


def changed(part: str, old: str, new: str) -> Callable[[dict[str, bytes]], None]:
    def change(parts: dict[str, bytes]) -> None:
        assert old.encode() in parts[part]
        parts[part] = parts[part].replace(old.encode(), new.encode(), 1)

    return change


def without(part: str) -> Callable[[dict[str, bytes]], None]:
    def change(parts: dict[str, bytes]) -> None:
        del parts[part]

    return change


@pytest.mark.parametrize(
    "change",
    [
        changed(TYPES, WORKBOOK_TYPE, WORKBOOK_TYPE.replace("sheet.main", "template.main")),
        changed(TYPES, "</Types>", f'<Override PartName="/xl/b.xml" ContentType="{WORKBOOK_TYPE}"/></Types>'),
        changed(TYPES, 'PartName="/xl/workbook.xml"', ""),
        changed(BOOK, 'name="表二"', 'name="表三"'),
        changed(BOOK, 'name="表二"', ""),
        changed(BOOK, 'r:id="rId2"', ""),
        changed(BOOK, 'r:id="rId2"', 'r:id="rId99"'),
        changed(BOOK, "</sheets>", "</sheets><sheets/>"),
        changed(BOOK, "</sheets>", "<other/></sheets>"),
        changed(BOOK, "<workbookPr", "<workbookPr/><workbookPr"),
        changed(BOOK_RELATIONS, "</Relationships>", "<other/></Relationships>"),
        changed("xl/styles.xml", "</cellXfs>", "<other/></cellXfs>"),
        changed(BOOK, "<workbookPr", '<workbookPr date1904="maybe"'),
        changed(BOOK_RELATIONS, 'Id="rId2"', 'Id="rId3"'),
        changed(BOOK_RELATIONS, "/relationships/worksheet", "/relationships/dialogsheet"),
        changed(BOOK_RELATIONS, 'Target="', 'TargetMode="External" Target="'),
        changed(BOOK_RELATIONS, "sheet2.xml", "sheet3.xml"),
        changed(BOOK_RELATIONS, "sheet2.xml", "sheet99.xml"),
        without("xl/styles.xml"),
        without(BOOK_RELATIONS),
    ],
)
def test_openpyxl_is_asked_about_odd_packages(form_2021: Form, change: Callable[[dict[str, bytes]], object]) -> None:
    parts = read_parts(sound_workbook(form_2021))
    change(parts)
    with pytest.raises(NotUnderstoodError):
        cells_of_all(parts)


def cells_of_all(parts: Mapping[str, bytes]) -> list[object]:
    book = DirectBook(parts)
    return [book.cells(sheet, 5, 5) for sheet in book.sheet_parts()]


def test_charts_are_left_alone(form_2021: Form) -> None:
    parts = read_parts(edited(sound_workbook(form_2021), lambda book: book.create_chartsheet("图")))
    assert "图" not in DirectBook(parts).sheet_parts()
