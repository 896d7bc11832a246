"""Figures: what is in a cell, its limits, and sums."""

from make_report.finding import Check, Severity
from make_report.language import marked

ERROR, WARNING = Severity.ERROR, Severity.WARNING

# U: values, units, blanks
U01_EMPTY = Check("U01", ERROR, marked("“{cell}” is empty."), marked("If nothing happened, type the figure 0."))
U01_EMPTY_MANY = Check(
    "U01",
    ERROR,
    U01_EMPTY.sentence,
    marked(
        "If nothing happened, type the figure 0. To fill all at once: type 0 in one of these cells and copy it, select "
        "them all, right-click, “Paste Special”, choose “Values” and “Add”; figures that are there stay as they are."
    ),
)
U01_MISSING = Check("U01", ERROR, marked("“{cell}” is not filled in."), marked("Please fill it in."))
U01_OPTIONAL = Check(
    "U01",
    WARNING,
    marked("“{cell}” is left blank and will be printed blank."),
    marked("If that is meant, do nothing; otherwise type the figures (0 if nothing happened)."),
)
U02_ZERO_WORD = Check(
    "U02", ERROR, marked("“{cell}” holds “{value}”."), marked("If nothing happened, type the figure 0 instead.")
)
U03_WORDS = Check(
    "U03",
    ERROR,
    marked("“{cell}” holds “{value}”: the words “{words}” beside a figure."),
    marked("Type the figure only, and put the explanation into the notes under the table."),
)
U03_UNIT = Check(
    "U03",
    ERROR,
    marked("“{cell}” holds “{value}”, but the unit of this cell is {unit}."),
    marked("Convert the figure to {unit} and type the figure only."),
)
U03_NOT_A_NUMBER = Check(
    "U03", ERROR, marked("“{cell}” holds “{value}”, which is no number."), marked("Type the figure only.")
)
U03_SEVERAL_READINGS = Check(
    "U03",
    ERROR,
    marked("“{cell}” holds “{value}”, which can be read in more than one way."),
    marked("Type the figure only, without separators or units."),
)
U03_LOGICAL = Check(
    "U03", ERROR, marked("“{cell}” holds the logical value {value}, not a figure."), marked("Type the figure only.")
)
U03_DATE = Check(
    "U03",
    ERROR,
    marked("“{cell}” is formatted as a date and shows “{value}”."),
    marked("Set the cell's format to General and type the figure again."),
)
U03_PERCENT = Check(
    "U03",
    ERROR,
    marked("“{cell}” is formatted as a percentage: it shows {value}, but holds {number}."),
    marked("Set the cell's format to General and type the figure again."),
)
U03_NO_TEXT = Check(
    "U03",
    WARNING,
    marked("This paragraph of “{cell}” is nothing but “{value}”, which the cell holds as a value, not as text."),
    marked("Type the paragraph as text, or clear the cell; if it is meant so, nothing need be done."),
)
U03_TOO_LONG = Check(
    "U03",
    ERROR,
    marked("“{cell}” holds “{value}”: more digits than a spreadsheet can keep (15)."),
    marked("Check the figure; if it is right, round it to 15 digits."),
)
U03_READ_AS = Check(
    "U03",
    WARNING,
    marked("“{cell}” holds “{value}”; it was read as {number}{unit}."),
    marked("If that is right, nothing need be done; if not, type the figure only."),
)
U03_CHOICE = Check(
    "U03",
    ERROR,
    marked("“{cell}” holds “{value}”, which is not in the list."),
    marked("Choose one of: {choices}."),
)
U03_YEAR = Check(
    "U03", ERROR, marked("“{cell}” holds “{value}”, which is no year."), marked("Type four digits, for example 2025.")
)
U04_TEXT_NUMBER = Check(
    "U04",
    WARNING,
    marked("“{cell}” is a number written as text, “{value}”; it was read as {number}."),
    marked("If that is right, nothing need be done; if not, type the figure only."),
)
U05_ERROR_VALUE = Check(
    "U05",
    ERROR,
    marked("“{cell}” shows the formula error {value}."),
    marked("Correct the formula or type over it, then save the workbook in WPS or Excel."),
)
U05_NOT_CALCULATED = Check(
    "U05",
    ERROR,
    marked("“{cell}” holds a formula without a calculated result."),
    marked("Open the workbook in WPS or Excel, save it once, and run this again; or type over the formula."),
)
U08_NO_UNIT = Check(
    "U08", ERROR, marked("No unit is chosen for “{cell}”."), marked("Choose the unit beside the figure: {choices}.")
)
U08_TWO_UNITS = Check(
    "U08",
    ERROR,
    marked("“{cell}” holds “{value}”, but the unit chosen beside it is {unit}."),
    marked("Type the figure only, and choose the unit it is in."),
)
U13_FORMAT = Check(
    "U13",
    WARNING,
    marked("“{cell}” holds {stored}, but its number format shows “{value}”."),
    marked("The report goes by what the cell holds. Set its format to General and check it."),
)
U13_FORMATS = Check(
    "U13",
    WARNING,
    marked("The formats of {count} cells show something else than they hold, such as “{value}” for {stored}: {cells}."),
    marked("The report goes by what the cells hold. Set their format to General and check them."),
)
U13_HIDDEN = Check(
    "U13",
    WARNING,
    marked("“{cell}” holds {stored}, but its number format hides it."),
    marked("The report goes by what the cell holds. Set its format to General and check it."),
)
U13_HIDDEN_CELLS = Check(
    "U13",
    WARNING,
    marked("The number formats of {count} cells hide what they hold, such as {stored}: {cells}."),
    marked("The report goes by what the cells hold. Set their format to General and check them."),
)

# A: limits of single figures; the code is the number type's own
LIMIT_INTEGER = marked("“{cell}” must be a whole number of at least {minimum}; it is {value}.")
LIMIT_WHOLE = marked("“{cell}” must be a whole number; it is {value}.")
LIMIT_SIGNED = marked("“{cell}” must be a whole number, negative for a decrease; it is {value}.")
LIMIT_MINIMUM = marked("“{cell}” must be a number of at least {minimum}; it is {value}.")
LIMIT_DECIMALS = marked("“{cell}” may have {decimals} digits after the point at most; it is {value}.")
LIMIT_REMEDY_WHOLE = marked("Type a whole number, for example 3.")
LIMIT_REMEDY_SIGNED = marked("Type a whole number, for example 3, or -3 for a decrease.")
LIMIT_REMEDY_MINIMUM = marked("Type a number of at least {minimum}, without a minus sign.")
LIMIT_REMEDY_DECIMALS = marked("Type {decimals} digits after the point at most.")
LIMIT_REMEDIES = {
    LIMIT_INTEGER: LIMIT_REMEDY_WHOLE,
    LIMIT_WHOLE: LIMIT_REMEDY_WHOLE,
    LIMIT_SIGNED: LIMIT_REMEDY_SIGNED,
    LIMIT_MINIMUM: LIMIT_REMEDY_MINIMUM,
    LIMIT_DECIMALS: LIMIT_REMEDY_DECIMALS,
}
"""What to type instead, by the sentence about the limit."""

# A: equations; the code is the equation's own
EQUATION = marked("{left_name} is {left}, {right_name} is {right}: {difference} apart.")
EQUATION_SCOPED = marked("“{scope}”: {left_name} is {left}, {right_name} is {right}: {difference} apart.")
AT_MOST = marked("{left_name} is {left}, more than {right_name}, which is {right}.")
AT_MOST_SCOPED = marked("“{scope}”: {left_name} is {left}, more than {right_name}, which is {right}.")
AT_LEAST = marked("{left_name} is {left}, less than {right_name}, which is {right}.")
AT_LEAST_SCOPED = marked("“{scope}”: {left_name} is {left}, less than {right_name}, which is {right}.")
LIMIT_NAME = marked("the limit")
EQUATION_REMEDY = marked("Please check these cells: {cells}.")
TOTAL_REMEDY = marked("Please check these cells: {cells}. The total, calculated by the tool, would be {left}.")
