"""Workbooks as staff have them, findings to mark in them, and what is seen of the marks."""

import io
import warnings
from collections.abc import Mapping
from typing import Any, cast

import openpyxl
from lxml import etree
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill
from openpyxl.utils.cell import coordinate_to_tuple

from make_report.archive import read_parts
from make_report.finding import Check, Finding, Severity
from make_report.form.model import Form
from make_report.place import Place
from tests.workbook.editing import Book, Change, edited, sound_workbook, with_parts

ERROR = Check("Z01", Severity.ERROR, "{cell}不对", "请改{cell}")
WARNING = Check("Z02", Severity.WARNING, "{cell}少见", "请看一眼")
SHEETS = ("首页", "一、总体情况", "表二", "表三", "表四", "五、问题和改进", "六、其他事项")

_EXTENSION = b"""<extLst><ext xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"
 uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}"><x14:conditionalFormattings><x14:conditionalFormatting
 xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"><x14:cfRule type="expression" priority="3" id="{01}">
<xm:f>TRUE</xm:f></x14:cfRule><xm:sqref>D9</xm:sqref></x14:conditionalFormatting></x14:conditionalFormattings></ext>
</extLst></worksheet>"""


def found(check: Check, sheet: str, cell: str = "", accepted: str = "") -> Finding:
    """Return a finding about a cell, a whole sheet or, without a sheet, the whole workbook."""
    order = SHEETS.index(sheet) if sheet in SHEETS else 0
    row, column = coordinate_to_tuple(cell) if cell else (0, 0)
    place = Place(order, row, column, sheet)
    return Finding(check, place, {}, accepted=accepted)


FINDINGS = (
    found(ERROR, ""),
    found(WARNING, "表二", "B7"),
    found(ERROR, "表三"),
    found(ERROR, "表三", "D7"),
    found(WARNING, "表三", "D7"),
    found(WARNING, "表三", "E9", accepted="清理后重新统计"),
)
"""One for each kind of place; D7 bears a comment of staff in `staffs_workbook`."""


def staffs_workbook(form: Form) -> bytes:
    """Return a sound workbook with what staff and their programs put into it."""

    def change(book: Book) -> None:
        sheet = book["表三"]
        sheet["D7"].comment = Comment("与上年报告核对过。\n张三", "张三", width=200, height=80)
        sheet["F7"].comment = Comment("别动我", "李四")
        sheet["E9"].fill = PatternFill("solid", start_color="FF00FF00")
        sheet.column_dimensions["D"].width = 17.5
        book.active = sheet
        sheet.sheet_view.tabSelected = True

    def extend(parts: dict[str, bytes]) -> None:
        part = "xl/worksheets/sheet4.xml"
        parts[part] = parts[part].replace(b"</worksheet>", _EXTENSION.replace(b"\n", b" "))
        parts["xl/pivotCache/pivotCacheDefinition1.xml"] = b"<pivotCacheDefinition />"
        parts["xl/media/image1.png"] = b"\x89PNG not looked at"

    return with_parts(edited(sound_workbook(form), change), extend)


def opened(content: bytes) -> Book:
    """Return the workbook as openpyxl sees it, which warns of what it loses."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return openpyxl.load_workbook(io.BytesIO(content))


def saved_anew(content: bytes, change: Change) -> bytes:
    """Return the workbook after a change in a program that writes every part anew and loses some."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return edited(content, change)


def comments(content: bytes) -> Mapping[str, str]:
    """Return all comments by sheet and cell."""
    return {
        f"{sheet.title}!{cell.coordinate}": cell.comment.text
        for sheet in opened(content).worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.comment
    }


def fills(content: bytes) -> Mapping[str, str]:
    """Return the fills that show by conditional formats that always hold, by sheet and range."""
    found: dict[str, str] = {}
    for sheet in opened(content).worksheets:
        # openpyxl's stubs know neither the ranges' rules nor what is in them.
        for ranges in cast("Any", sheet.conditional_formatting):
            for rule in ranges.rules:
                if rule.formula == ['ISTEXT("make-report")']:
                    found[f"{sheet.title}!{ranges.sqref}"] = rule.dxf.fill.bgColor.rgb
    return found


def shown_sheet(content: bytes) -> str:
    """Return the name of the sheet that is shown when the workbook is opened."""
    sheet = opened(content).active
    return sheet.title if sheet else ""


def listed(content: bytes) -> list[tuple[str, ...]]:
    """Return the rows of the first sheet."""
    rows = opened(content).worksheets[0].iter_rows(values_only=True)
    return [tuple("" if value is None else str(value) for value in row) for row in rows]


def links(content: bytes) -> Mapping[str, str]:
    """Return where the cells of the first sheet link to."""
    sheet = opened(content).worksheets[0]
    return {
        cell.coordinate: cell.hyperlink.location
        for row in sheet.iter_rows()
        for cell in row
        if cell.hyperlink and cell.hyperlink.location
    }


def spelled(content: bytes) -> Mapping[str, bytes]:
    """Return the parts, XML so that two spellings of the same are the same."""
    return {name: _canonical(part) if b"<" in part[:5] else part for name, part in read_parts(content).items()}


def _canonical(part: bytes) -> bytes:
    try:
        return etree.tostring(etree.fromstring(part), method="c14n")
    except etree.XMLSyntaxError:
        return part
