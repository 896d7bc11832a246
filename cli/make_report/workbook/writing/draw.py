"""Cells, widths and pages on a sheet of the standard workbook: what the three kinds of sheets share."""

from collections.abc import Iterable, Mapping
from itertools import product

from openpyxl.cell.cell import Cell
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.dimensions import RowDimension
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from make_report.filing import Entries, HandedDown
from make_report.form.field import Field
from make_report.form.layout import Layout
from make_report.form.model import Form
from make_report.language import translate
from make_report.place import Place, column_letters
from make_report.record import Record
from make_report.workbook.writing.entry import write_entry, write_text
from make_report.workbook.writing.style import Look
from make_report.workbook.writing.validation import list_validation

_A4 = "9"
_POINTS_PER_DIGIT = 6.0
_MARGIN_INCHES, _FOOTER_INCHES = 0.5, 0.3
_SHORT_SIDE, _LONG_SIDE = (side - 2 * 72 * _MARGIN_INCHES for side in (595.0, 842.0))
"""Of the paper without margins, in points."""
_SMALL_SCALE, _SMALLEST_SCALE = 0.75, 0.45


def write(sheet: Worksheet, place: Place, look: Look, text: str = "", span: tuple[int, int] = (1, 1)) -> Cell:
    """Write a text into a cell that covers `span` rows and columns, and return the cell."""
    rows, columns = (range(start, start + size) for start, size in zip((place.row, place.column), span, strict=True))
    if span != (1, 1):
        sheet.merge_cells(start_row=rows[0], start_column=columns[0], end_row=rows[-1], end_column=columns[-1])
    for row, column in product(rows, columns):
        apply(sheet.cell(row, column), look)
    cell = sheet.cell(place.row, place.column)
    if not isinstance(cell, Cell):
        message = f"{place} lies inside another cell"
        raise TypeError(message)
    write_text(cell, text)
    return cell


def apply(cell: object, look: Look) -> None:
    """Give a cell, or a whole column, its look. openpyxl's classes for them share these attributes, but no base."""
    for name in ("font", "alignment", "protection", "number_format", "fill", "border"):
        if (value := getattr(look, name)) is not None:
            setattr(cell, name, value)


def set_sizes(sheet: Worksheet, widths: Iterable[float], heights: Mapping[int, float]) -> None:
    """Set the widths of the columns from the first on, in digits, and the heights of rows, in points."""
    for column, width in enumerate(widths, start=1):
        sheet.column_dimensions[column_letters(column)].width = width
    for row, height in heights.items():
        sheet.row_dimensions[row].height = height


class FittedRow(RowDimension):
    """A row whose height is fitted to its text, again whenever it is edited: given only as a first measure."""

    @property
    def customHeight(self) -> bool:  # noqa: N802 - openpyxl's name
        """Whether the height is meant to stay."""
        return False


def fit_row(sheet: Worksheet, row: int, height: float) -> None:
    """Set a first height of a row, in points: LibreOffice shows it until the row is edited, Excel fits it anyway."""
    sheet.row_dimensions[row] = FittedRow(sheet, index=row, ht=height)


def set_page(sheet: Worksheet, width: float, height: float, title_rows: int) -> None:
    """Set up printing: A4, as wide as the page, the first rows on every page.

    `width` is that of all columns in digits, `height` that of all rows in points. Upright, unless the print would be
    small and the sheet fits on a page that lies on its side, or the print would be too small to read.
    """
    scale = _SHORT_SIDE / (width * _POINTS_PER_DIGIT)
    fits_sideways = height * _LONG_SIDE / (width * _POINTS_PER_DIGIT) <= _SHORT_SIDE
    sideways = scale < _SMALLEST_SCALE or (scale < _SMALL_SCALE and fits_sideways)
    sheet.page_setup.orientation = "landscape" if sideways else "portrait"
    sheet.page_setup.paperSize = _A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_options.horizontalCentered = True
    margins = sheet.page_margins
    margins.left = margins.right = margins.top = margins.bottom = _MARGIN_INCHES
    margins.header = margins.footer = _FOOTER_INCHES
    sheet.oddFooter.center.text = "&A  &P / &N"  # pyright: ignore[reportOptionalMemberAccess] - made by openpyxl
    sheet.print_title_rows = f"1:{title_rows}"


def set_view(sheet: Worksheet, first_entry: Place, frozen: Place) -> None:
    """Show the sheet from the top, with the cells above and left of `frozen` standing still and no grid lines."""
    sheet.freeze_panes = frozen.cell
    sheet.sheet_view.showGridLines = False
    sheet.sheet_view.zoomScale = 100
    active = sheet.sheet_view.selection[-1]
    active.activeCell = active.sqref = first_entry.cell


def protect(sheet: Worksheet, *, rows_may_be_inserted: bool = False) -> None:
    """Lock all cells but entry cells, without a password; rows and columns may be made wider and taller."""
    sheet.protection.sheet = True
    # In the file format these attributes say what is forbidden.
    sheet.protection.formatRows = sheet.protection.formatColumns = False
    sheet.protection.insertRows = not rows_may_be_inserted


class Drawing(Record):
    """One sheet being drawn: the form and the layout it follows, what is to be put in, where long lists stand."""

    sheet: Worksheet
    layout: Layout
    contents: Entries
    list_ranges: Mapping[str, str]
    handed_down: HandedDown

    @property
    def form(self) -> Form:
        """The form."""
        return self.layout.form

    def translated(self, sentence: str) -> str:
        """Return a sentence in the form's language."""
        return translate(sentence, self.form.language)

    def write_field(self, field: Field, look: Look, span: tuple[int, int] = (1, 1)) -> Cell:
        """Write the entry cell of a field, with its list if it is a choice."""
        place = self.layout.places[field.id]
        cell = write(self.sheet, place, look, span=span)
        if field.id in self.contents:
            write_entry(cell, field, self.contents[field.id], self.form.language)
        if field.choices:
            labels = [choice.label for choice in field.choices]
            self.add(list_validation(labels, place.cell, self.list_ranges[field.id], self.form.language))
        return cell

    def add(self, validation: DataValidation | None) -> None:
        """Add limits to the sheet."""
        if validation:
            self.sheet.add_data_validation(validation)
