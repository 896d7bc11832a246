"""Examples for the checks of figures (catalogue/figures.py)."""

from make_report import catalogue as checks
from make_report.catalogue_examples.explained import Explained
from make_report.language import marked

ONE_WAY = marked("What is printed must be what was meant: nothing is guessed, and no blank passes for a figure.")
_UNITS = marked("The form: the units among which one is chosen (`units`).")

FIGURES = (
    Explained(checks.U01_EMPTY, marked("a figure's cell is blank"), "0", ONE_WAY),
    Explained(checks.U01_EMPTY_MANY, marked("five or more figures' cells are blank"), marked("fewer are"), ONE_WAY),
    Explained(checks.U01_MISSING, marked("the unit's name is blank"), marked("the unit's full name"), ONE_WAY),
    Explained(
        checks.U01_OPTIONAL,
        marked("a row that the form allows to be left out is blank"),
        marked("0 in each cell of the row"),
        ONE_WAY,
    ),
    Explained(checks.U02_ZERO_WORD, "-", "0", ONE_WAY),
    Explained(checks.U03_WORDS, marked("22 (16 of them revised)"), "22", ONE_WAY),
    Explained(checks.U03_UNIT, marked("35600 yuan where the unit is 10,000 yuan"), "3.56", ONE_WAY),
    Explained(checks.U03_NOT_A_NUMBER, marked("many"), "30", ONE_WAY),
    Explained(checks.U03_SEVERAL_READINGS, "1,23", "123", ONE_WAY),
    Explained(checks.U03_LOGICAL, "TRUE", "1", ONE_WAY),
    Explained(
        checks.U03_DATE,
        marked("5 in a cell formatted as a date, shown as 1900-01-05"),
        marked("5 in a cell formatted as a number"),
        ONE_WAY,
    ),
    Explained(
        checks.U03_PERCENT,
        marked("0.5 in a cell formatted as a percentage, shown as 50%"),
        marked("50 in a cell formatted as a number"),
        ONE_WAY,
    ),
    Explained(checks.U03_NO_TEXT, marked("123 alone in a cell for a paragraph"), marked("a sentence"), ONE_WAY),
    Explained(checks.U03_TOO_LONG, "12345678901234567890", "123456789012345", ONE_WAY),
    Explained(checks.U03_READ_AS, marked("125 items where the unit is items"), "125", ONE_WAY),
    Explained(checks.U03_CHOICE, marked("a word that is not in the list"), marked("an entry of the list"), ONE_WAY),
    Explained(checks.U03_YEAR, marked("the year 25"), "2025", ONE_WAY),
    Explained(checks.U04_TEXT_NUMBER, marked("１２０ typed full-width, or 1,234"), "120", ONE_WAY),
    Explained(checks.U05_ERROR_VALUE, marked("a formula that shows #REF!"), marked("a formula that shows 12"), ONE_WAY),
    Explained(
        checks.U05_NOT_CALCULATED,
        marked("a formula from a program that saved no result"),
        marked("the same formula, saved in WPS or Excel"),
        ONE_WAY,
    ),
    Explained(
        checks.U08_NO_UNIT, marked("an amount, and no unit chosen beside it"), marked("an amount and its unit"), _UNITS
    ),
    Explained(
        checks.U13_FORMAT,
        marked("1.6 in a cell with the format 0, shown as 2"),
        marked("1.6 in a cell with the format General"),
        ONE_WAY,
    ),
    Explained(
        checks.U13_FORMATS,
        marked("figures in thousands, shown so by the format #,##0, in several cells"),
        marked("the same figures with the format #,##0"),
        ONE_WAY,
    ),
    Explained(
        checks.U13_HIDDEN,
        marked("0 in a cell with the format 0;;;@, which shows nothing"),
        marked("0 in a cell with the format 0"),
        ONE_WAY,
    ),
    Explained(
        checks.U13_HIDDEN_CELLS,
        marked("several cells with the format ;;;"),
        marked("the same cells with the format General"),
        ONE_WAY,
    ),
    Explained(
        checks.U08_TWO_UNITS,
        marked("12 yuan, and another unit chosen beside it"),
        marked("12, and its unit chosen beside it"),
        _UNITS,
    ),
)
