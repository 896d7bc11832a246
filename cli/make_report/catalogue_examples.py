"""What the checks of the catalogue look like: for each one example that breaks it and one that does not.

Read for the generated pages only (docs/checks.md); what a run says is in catalogue.py.
"""

from make_report import catalogue as checks
from make_report.finding import Check
from make_report.language import marked
from make_report.record import Record

_FIGURES = marked("What is printed must be what was meant: nothing is guessed, and no blank passes for a figure.")
_FORM = marked("The form: its sheets, headings, labels and cells are prescribed.")
_SECTIONS = marked("The form: what it asks of each section (`minimum`, `not_only`, `headings`).")
_YEARS = marked("The form: the report years it serves (`years`).")
_UNITS = marked("The form: the units among which one is chosen (`units`).")
_QUOTED = marked("A text that quotes a figure must print that figure (docs/references.md).")
_WAIVED = marked("A reason is given for one finding and one year (docs/forms.md).")
_TEXTS = marked("A paragraph is printed as one paragraph, set by the report's own styles.")


class Explained(Record):
    """A check of the catalogue with the reason for it, what breaks it, and what comes near but does not."""

    check: Check
    bad: str
    good: str
    source: str


EXPLAINED = (
    Explained(checks.U01_EMPTY, marked("a figure's cell is blank"), "0", _FIGURES),
    Explained(checks.U01_EMPTY_MANY, marked("five or more figures' cells are blank"), marked("fewer are"), _FIGURES),
    Explained(checks.U01_MISSING, marked("the unit's name is blank"), marked("the unit's full name"), _FIGURES),
    Explained(
        checks.U01_OPTIONAL,
        marked("a row that the form allows to be left out is blank"),
        marked("0 in each cell of the row"),
        _FIGURES,
    ),
    Explained(checks.U02_ZERO_WORD, "-", "0", _FIGURES),
    Explained(checks.U03_WORDS, marked("22 (16 of them revised)"), "22", _FIGURES),
    Explained(checks.U03_UNIT, marked("35600 yuan where the unit is 10,000 yuan"), "3.56", _FIGURES),
    Explained(checks.U03_NOT_A_NUMBER, marked("many"), "30", _FIGURES),
    Explained(checks.U03_SEVERAL_READINGS, "1,23", "123", _FIGURES),
    Explained(checks.U03_LOGICAL, "TRUE", "1", _FIGURES),
    Explained(
        checks.U03_DATE,
        marked("5 in a cell formatted as a date, shown as 1900-01-05"),
        marked("5 in a cell formatted as a number"),
        _FIGURES,
    ),
    Explained(
        checks.U03_PERCENT,
        marked("0.5 in a cell formatted as a percentage, shown as 50%"),
        marked("50 in a cell formatted as a number"),
        _FIGURES,
    ),
    Explained(checks.U03_TOO_LONG, "12345678901234567890", "123456789012345", _FIGURES),
    Explained(checks.U03_READ_AS, marked("125 items where the unit is items"), "125", _FIGURES),
    Explained(checks.U03_CHOICE, marked("a word that is not in the list"), marked("an entry of the list"), _FIGURES),
    Explained(checks.U03_YEAR, marked("the year 25"), "2025", _FIGURES),
    Explained(checks.U04_TEXT_NUMBER, marked("１２０ typed full-width, or 1,234"), "120", _FIGURES),
    Explained(
        checks.U05_ERROR_VALUE, marked("a formula that shows #REF!"), marked("a formula that shows 12"), _FIGURES
    ),
    Explained(
        checks.U05_NOT_CALCULATED,
        marked("a formula from a program that saved no result"),
        marked("the same formula, saved in WPS or Excel"),
        _FIGURES,
    ),
    Explained(
        checks.U08_NO_UNIT, marked("an amount, and no unit chosen beside it"), marked("an amount and its unit"), _UNITS
    ),
    Explained(
        checks.U13_FORMAT,
        marked("1.6 in a cell with the format 0, shown as 2"),
        marked("1.6 in a cell with the format General"),
        _FIGURES,
    ),
    Explained(
        checks.U13_FORMATS,
        marked("figures in thousands, shown so by the format #,##0, in several cells"),
        marked("the same figures with the format #,##0"),
        _FIGURES,
    ),
    Explained(
        checks.U13_HIDDEN,
        marked("0 in a cell with the format 0;;;@, which shows nothing"),
        marked("0 in a cell with the format 0"),
        _FIGURES,
    ),
    Explained(
        checks.U13_HIDDEN_CELLS,
        marked("several cells with the format ;;;"),
        marked("the same cells with the format General"),
        _FIGURES,
    ),
    Explained(
        checks.U08_TWO_UNITS,
        marked("12 yuan, and another unit chosen beside it"),
        marked("12, and its unit chosen beside it"),
        _UNITS,
    ),
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
        _FIGURES,
    ),
    Explained(checks.D08_DATE, marked("the 32nd of January"), "2026-01-20", _FIGURES),
    Explained(
        checks.T09_SPACE,
        marked("two spaces, a tab or an invisible character inside a paragraph"),
        marked("a paragraph without them"),
        _TEXTS,
    ),
    Explained(
        checks.T09_SPACES,
        marked("two spaces, a tab or an invisible character in several paragraphs"),
        marked("paragraphs without them"),
        _TEXTS,
    ),
    Explained(
        checks.N23_UNKNOWN, marked("a name close to that of a figure in braces"), marked("its whole name"), _QUOTED
    ),
    Explained(checks.N23_NO_NAME, "{abc.def}", "{abc}", _QUOTED),
    Explained(
        checks.N23_SEVERAL,
        marked("in braces a label that several figures have"),
        marked("the label with the heading above it"),
        _QUOTED,
    ),
    Explained(
        checks.N23_BLANK,
        marked("in braces the name of a cell that is blank"),
        marked("the name of a cell that holds 0"),
        _QUOTED,
    ),
    Explained(
        checks.N23_SHARE_OF_NOTHING,
        marked("a share of a figure that is 0"),
        marked("a share of a figure that is 1"),
        _QUOTED,
    ),
    Explained(
        checks.N23_OPEN,
        marked("a name after a brace that is not closed"),
        marked("a brace alone, or one before other words"),
        _QUOTED,
    ),
    Explained(checks.N23_AS_TYPED, marked("words in braces that are no name"), "{} {1} {a,b}", _QUOTED),
    Explained(checks.W01_INCOMPLETE, marked("a row without a year"), marked("a row with all four entries"), _WAIVED),
    Explained(checks.W01_SHORT, marked("the reason “checked”"), marked("a reason that says why"), _WAIVED),
    Explained(checks.W02_CODE, "Z99", "U01", _WAIVED),
    Explained(checks.W03_NOTHING, marked("a row for what is settled"), marked("an empty row"), _WAIVED),
    Explained(checks.W03_ELSEWHERE, marked("another cell than the message's"), marked("the message's cell"), _WAIVED),
    Explained(checks.W04_NEVER, marked("a row for a sum that does not come out"), marked("an empty row"), _WAIVED),
    Explained(checks.W05_YEAR, marked("last year's row"), marked("a row with the report year"), _WAIVED),
)
