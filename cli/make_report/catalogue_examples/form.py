"""Examples for the checks of the form: its sheets, labels, cells and sections (catalogue/form.py)."""

from make_report import catalogue as checks
from make_report.catalogue_examples.explained import Explained
from make_report.catalogue_examples.figures import ONE_WAY
from make_report.language import marked

_FORM = marked("The form: its sheets, headings, labels and cells are prescribed.")
_SECTIONS = marked("The form: what it asks of each section (`minimum`, `not_only`, `headings`).")
_YEARS = marked("The form: the report years it serves (`years`).")

FORM = (
    Explained(
        checks.F01_YEAR,
        marked("a year that another form serves"),
        marked("a year that this form serves"),
        _YEARS,
    ),
    Explained(checks.F01_NO_FORM, marked("the year 1999"), marked("a year that this form serves"), _YEARS),
    Explained(
        checks.F02_HEADING, marked("a word of a section's heading is changed"), marked("the standard heading"), _FORM
    ),
    Explained(checks.F03_LABEL, marked("a word of a row's label is changed"), marked("the standard label"), _FORM),
    Explained(checks.F04_SHEET_MISSING, marked("a sheet is deleted"), marked("all sheets are there"), _FORM),
    Explained(
        checks.F04_SHEET_RENAMED,
        marked("a sheet is called by a name like the standard one"),
        marked("the sheet has its standard name"),
        _FORM,
    ),
    Explained(
        checks.F04_SHEET_COPIED,
        marked("a sheet was copied within the workbook and bears its name with a number"),
        marked("a sheet of the office's own has a name of its own"),
        _FORM,
    ),
    Explained(
        checks.F04_ROW_ADDED,
        marked("a row with a label of its own is inserted into a table"),
        marked("what it says stands in the notes under the table"),
        _FORM,
    ),
    Explained(
        checks.F04_BLANK_ROW_ADDED,
        marked("a blank row is inserted into a table"),
        marked("the table has its own rows only"),
        _FORM,
    ),
    Explained(
        checks.F04_EXPLANATION_MISSING,
        marked("the explanation over a text is deleted with its row"),
        marked("the explanation stands over the text"),
        _FORM,
    ),
    Explained(
        checks.F04_BESIDE,
        marked("the text is typed beside the cells for it"),
        marked("the text is typed into the cells for it"),
        _FORM,
    ),
    Explained(checks.F04_ROW_MISSING, marked("a row is deleted"), marked("a row that does not apply holds 0"), _FORM),
    Explained(
        checks.F04_COLUMN_MOVED,
        marked("a column is inserted before the figures"),
        marked("the columns stand where they belong"),
        _FORM,
    ),
    Explained(checks.F04_MERGED, marked("two entry cells are merged"), marked("each entry cell stands alone"), _FORM),
    Explained(
        checks.F04_VERSION,
        marked("a workbook made before rows were moved in the form"),
        marked("a workbook made by this version of the form"),
        _FORM,
    ),
    Explained(
        checks.F04_TOO_LONG,
        marked("a text longer than any report"),
        marked("a text of some thousand characters"),
        _FORM,
    ),
    Explained(
        checks.F04_CELL_TOO_LONG,
        marked("a paragraph of 40,000 characters in one cell"),
        marked("a paragraph of some thousand characters"),
        _FORM,
    ),
    Explained(checks.F05_EMPTY, marked("nothing but headings"), marked("sentences under the headings"), _SECTIONS),
    Explained(
        checks.F05_SHORT,
        marked("one sentence where the form expects more"),
        marked("as many characters as the form expects"),
        _SECTIONS,
    ),
    Explained(
        checks.F05_ONLY, marked("a single word such as “none”"), marked("a sentence about the situation"), _SECTIONS
    ),
    Explained(
        checks.F16_STRAY,
        marked("an explanation in a cell under the notes"),
        marked("the same explanation in the notes"),
        ONE_WAY,
    ),
    Explained(checks.D08_DATE, marked("the 32nd of January"), "2026-01-20", ONE_WAY),
)
