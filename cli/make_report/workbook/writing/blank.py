"""The standard workbook, blank or filled: what `make-report new` writes and what blank.xlsx holds."""

import errno
import io
from collections.abc import Iterator
from datetime import UTC, datetime
from types import MappingProxyType
from typing import Any

from lxml import etree
from openpyxl import Workbook
from openpyxl.packaging.core import DocumentProperties
from openpyxl.styles import Font
from openpyxl.utils.indexed_list import IndexedList
from openpyxl.workbook.properties import CalcProperties
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.xml.constants import SHEET_MAIN_NS, XPROPS_NS
from openpyxl.xml.functions import tostring

from make_report.archive import read_parts, write_parts
from make_report.codes import codes_of
from make_report.errors import FileError
from make_report.filing import NOTHING_HANDED_DOWN, Entries, HandedDown, Waiver
from make_report.form.layout import IDENTITY_SHEET, CoverSheet, NarrativeSheet, layout_of
from make_report.form.model import Form
from make_report.language import marked, translate, user_language
from make_report.place import Place, column_letters
from make_report.reasons import reason_of
from make_report.workbook.writing.cover import draw_cover
from make_report.workbook.writing.draw import Drawing, write
from make_report.workbook.writing.narrative import draw_narrative
from make_report.workbook.writing.references import draw_references
from make_report.workbook.writing.style import FONT_ORDER, Look
from make_report.workbook.writing.table import draw_table
from make_report.workbook.writing.waivers import draw_waivers

_CORE_PROPERTIES, _EXTENDED_PROPERTIES, _STYLES = "docProps/core.xml", "docProps/app.xml", "xl/styles.xml"
_CREATOR = "make-report"
_PLAIN = Look()
_CODES = "codes"
"""The name of the list of codes that may be accepted."""
_NO_ROOM = marked("The workbook cannot be made, because no temporary file can be written: {reason}. Please make room.")
_FIRST_LIST_COLUMN = 4
"""On the hidden sheet, right of the form's id and version: the entries of the drop-down lists."""


def standard_workbook(
    form: Form,
    contents: Entries = MappingProxyType({}),
    handed_down: HandedDown = NOTHING_HANDED_DOWN,
    waivers: tuple[Waiver, ...] = (),
) -> bytes:
    """Return the form's standard workbook as an xlsx file, with the contents in the cells of their fields.

    A computed field with a content holds that figure in place of its formula. Same form and contents, same bytes.
    What last year's report hands down stands beside the contents, the waivers on their sheet.
    DataError if a text is longer than a cell can hold, FileError if the system has no room for temporary files.
    """
    layout = layout_of(form)
    workbook = Workbook()
    _set_standard_font(workbook, _PLAIN.font)
    workbook.calculation = CalcProperties(fullCalcOnLoad=True)
    identity = workbook.worksheets[0]
    identity.title = IDENTITY_SHEET
    identity.sheet_state = "veryHidden"
    list_ranges = dict(_write_identity(identity, form))
    for sheet in layout.sheets:
        worksheet = workbook.create_sheet(sheet.name)
        drawing = Drawing(worksheet, layout, contents, list_ranges, handed_down)
        if isinstance(sheet, CoverSheet):
            draw_cover(drawing, sheet)
        elif isinstance(sheet, NarrativeSheet):
            draw_narrative(drawing, sheet)
        else:
            draw_table(drawing, sheet)
    if form.waivers:
        side = Drawing(workbook.create_sheet(form.waivers.sheet), layout, contents, list_ranges, handed_down)
        draw_waivers(side, form.waivers, waivers, list_ranges[_CODES])
    if form.references:
        worksheet = workbook.create_sheet(form.references.sheet)
        draw_references(Drawing(worksheet, layout, contents, list_ranges, handed_down), form.references)
    workbook.move_sheet(identity, len(workbook.worksheets) - 1)
    workbook.active = 0
    return _saved(workbook, form)


def _set_standard_font(workbook: Workbook, font: Font) -> None:
    """Make a font the workbook's standard: column widths are counted in its digits, unwritten cells use it."""
    # openpyxl has no public way to the Normal style, and its stubs do not know this one.
    internals: Any = workbook
    internals._fonts = IndexedList([font])  # noqa: SLF001 - see above
    internals._named_styles["Normal"].font = font  # noqa: SLF001 - see above


def _write_identity(sheet: Worksheet, form: Form) -> Iterator[tuple[str, str]]:
    """Write form, version and all lists; yield each list's name (a field's id or _CODES) with its range."""
    for row, (name, value) in enumerate((("form", form.form_id), ("version", form.version)), start=1):
        sheet.cell(row, 1, name)
        sheet.cell(row, 2, value)
    lists = {
        field.id: tuple(choice.label for choice in field.choices) for field in form.fields.values() if field.choices
    }
    if form.waivers:
        lists[_CODES] = tuple(code for code, acceptable in codes_of(form).items() if acceptable)
    for column, (name, entries) in enumerate(lists.items(), start=_FIRST_LIST_COLUMN):
        for row, entry in enumerate(entries, start=1):
            write(sheet, Place(row=row, column=column), _PLAIN, entry)
        letters = column_letters(column)
        yield name, f"'{IDENTITY_SHEET}'!${letters}$1:${letters}${len(entries)}"


def _saved(workbook: Workbook, form: Form) -> bytes:
    """Return the workbook as a file in which nothing depends on the hour."""
    target = io.BytesIO()
    try:
        workbook.save(target)
    except (OSError, etree.SerialisationError) as error:
        # openpyxl writes each sheet to a temporary file first; lxml says what the system said in its own way.
        number = getattr(errno, str(error).removeprefix("IO_"), getattr(error, "errno", None))
        language = user_language()
        reason = reason_of(OSError(number, str(error)), language)
        raise FileError(translate(_NO_ROOM, language).format(reason=reason)) from error
    parts = read_parts(target.getvalue())
    own = {
        _CORE_PROPERTIES: _core_properties(form),
        _EXTENDED_PROPERTIES: _extended_properties(),
        _STYLES: _in_schema_order(parts[_STYLES]),
    }
    return write_parts({**parts, **own})


def _in_schema_order(styles: bytes) -> bytes:
    """Return the styles with the properties of each font in the order of the schema, which openpyxl does not keep."""
    root = etree.fromstring(styles)
    for font in root.iter(f"{{{SHEET_MAIN_NS}}}font"):
        font[:] = sorted(font, key=lambda child: FONT_ORDER.index(etree.QName(child).localname))
    return etree.tostring(root)


def _core_properties(form: Form) -> bytes:
    made = datetime(form.years.first, 1, 1, tzinfo=UTC).replace(tzinfo=None)
    properties = DocumentProperties(
        creator=_CREATOR, lastModifiedBy=_CREATOR, title=form.name, language=form.language, created=made, modified=made
    )
    return tostring(properties.to_tree())  # pyright: ignore[reportReturnType] - the stub says str, it is bytes


def _extended_properties() -> bytes:
    """Say which program made the file. LibreOffice trusts row heights and results of Excel, as which openpyxl poses."""
    return f'<Properties xmlns="{XPROPS_NS}"><Application>{_CREATOR}</Application></Properties>'.encode()
