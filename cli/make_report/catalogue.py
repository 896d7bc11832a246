"""The catalogue of checks that hold for every form. Codes are those of docs/checks.md and are never reused.

Sentences are English here and translated when shown (locale/). {cell} is what the form calls the cell;
sheet and address are shown in front of every finding. Checks of one form alone are declared in its form.yaml.
What breaks each check and what does not stands in catalogue_examples.py, for the generated pages.
"""

from make_report.finding import Check, Severity
from make_report.form.rule import SeverityWord
from make_report.language import marked

ERROR, WARNING = Severity.ERROR, Severity.WARNING


def severity(word: SeverityWord) -> Severity:
    """Return the severity that a form names."""
    return ERROR if word == "error" else WARNING


# U: values, units, blanks
U01_EMPTY = Check("U01", ERROR, marked("“{cell}” is empty."), marked("If nothing happened, type the figure 0."))
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

# A: limits of single figures; the code is the number type's own
LIMIT_INTEGER = marked("“{cell}” must be a whole number of at least {minimum}; it is {value}.")
LIMIT_WHOLE = marked("“{cell}” must be a whole number; it is {value}.")
LIMIT_SIGNED = marked("“{cell}” must be a whole number, negative for a decrease; it is {value}.")
LIMIT_MINIMUM = marked("“{cell}” must be a number of at least {minimum}; it is {value}.")
LIMIT_DECIMALS = marked("“{cell}” may have {decimals} digits after the point at most; it is {value}.")
LIMIT_REMEDY = marked("Please check the figure and type it again.")

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

# F: form and structure
F01_YEAR = Check(
    "F01",
    ERROR,
    marked("The report year is {year}, but this workbook is {form}, which serves {years}."),
    marked("Check the year; for a report of {year} use the workbook {other}."),
)
F01_NO_FORM = Check(
    "F01",
    ERROR,
    marked("The report year is {year}, but this workbook is {form}, which serves {years}."),
    marked("Please check the year."),
)
F02_HEADING = Check(
    "F02",
    ERROR,
    marked("The heading must be “{expected}”; it is “{actual}”."),
    marked("Please type the standard heading again, or use a new workbook."),
)
F03_LABEL = Check(
    "F03",
    ERROR,
    marked("The label must be “{expected}”; it is “{actual}”."),
    marked("Please type the standard label again, or use a new workbook."),
)
F04_SHEET_MISSING = Check(
    "F04",
    ERROR,
    marked("The sheet “{expected}” is missing."),
    marked("Please bring it back from the blank workbook."),
)
F04_SHEET_RENAMED = Check(
    "F04",
    ERROR,
    marked("The sheet “{expected}” is missing; is “{actual}” the same sheet under another name?"),
    marked("Please rename the sheet “{expected}”."),
)
F04_ROW_ADDED = Check(
    "F04",
    ERROR,
    marked("A row has been inserted: “{actual}”."),
    marked("Please delete this row, or use a new workbook."),
)
F04_BLANK_ROW_ADDED = Check(
    "F04",
    ERROR,
    marked("A blank row has been inserted: row {row}."),
    marked("Please delete this row, or use a new workbook."),
)
F04_EXPLANATION_MISSING = Check(
    "F04",
    ERROR,
    marked("The row with the explanation has been deleted, and the text has moved up."),
    marked("Please insert a blank row above row {row}, or use a new workbook."),
)
F04_BESIDE = Check(
    "F04",
    ERROR,
    marked("Nothing stands in column {column}, but there is text beside it, from {cells} on."),
    marked("Please move the text to column {column}: one paragraph in each cell."),
)
F04_ROW_MISSING = Check(
    "F04",
    ERROR,
    marked("The row “{expected}” has been deleted."),
    marked("Please bring it back, or use a new workbook."),
)
F04_COLUMN_MOVED = Check(
    "F04",
    ERROR,
    marked("Columns have been inserted or deleted: “{expected}” does not stand where it belongs."),
    marked("Please undo that, or use a new workbook."),
)
F04_MERGED = Check(
    "F04",
    ERROR,
    marked("The entry cells {cells} have been merged."),
    marked("Please unmerge them and fill in each cell."),
)
F04_VERSION = Check(
    "F04",
    ERROR,
    marked("The workbook was made from version {actual} of the form; this tool has version {expected}."),
    marked("Please copy the figures into a new workbook."),
)
F04_TOO_LONG = Check(
    "F04",
    ERROR,
    marked("“{cell}” holds more than {limit} characters; the rest was not read."),
    marked("Please delete what does not belong into this text."),
)
F05_EMPTY = Check("F05", ERROR, marked("“{cell}” has no content."), marked("Please write this section."))
F05_SHORT = Check(
    "F05",
    ERROR,
    marked("“{cell}” has only {count} characters without headings; at least {minimum} are expected."),
    marked("Please write this section out."),
)
F05_ONLY = Check("F05", ERROR, marked("“{cell}” says only “{value}”."), marked("Please describe the actual situation."))
F16_STRAY = Check(
    "F16",
    WARNING,
    marked("What is written here will not be printed: {cells} (“{words}”)."),
    marked("If it is to be printed, write it into the notes under the table; otherwise nothing need be done."),
)

# D: dates
D08_DATE = Check(
    "D08",
    ERROR,
    marked("“{cell}” holds “{value}”, which is no date."),
    marked("Type a date such as {example}."),
)
FILE_YEAR = marked("The file is called “{actual}”, but the report year on the first sheet is {expected}.")
FILE_YEAR_REMEDY = marked("Correct the report year if it is wrong; otherwise rename the file.")

# N: what texts quote
N23_UNKNOWN = Check(
    "N23",
    ERROR,
    marked("“{reference}” quotes a figure, but there is none of this name."),
    marked("Type {nearest} if that is meant.{where}"),
)
N23_NO_NAME = Check(
    "N23",
    ERROR,
    marked("“{reference}” quotes a figure, but there is none of this name."),
    marked("Type the right name, or the figure itself without braces.{where}"),
)
N23_SEVERAL = Check(
    "N23",
    ERROR,
    marked("“{reference}” may mean several figures."),
    marked("Type the whole name: {choices}.{where}"),
)
N23_BLANK = Check(
    "N23",
    ERROR,
    marked("“{reference}” quotes what is not filled in: {cells}."),
    marked("Fill in {cells}, or take “{reference}” out of the text."),
)
N23_SHARE_OF_NOTHING = Check(
    "N23",
    ERROR,
    marked("“{reference}” is a share of {base}, which is 0."),
    marked("Write the sentence without a percentage."),
)
N23_OPEN = Check(
    "N23",
    ERROR,
    marked("The closing brace is missing after “{reference}”."),
    marked("Type {nearest}."),
)
N23_AS_TYPED = Check(
    "N23",
    WARNING,
    marked("“{reference}” is printed as it stands, with its braces: it is no name of a figure."),
    marked("If a figure is meant, type its name.{where} If the braces are meant, nothing need be done."),
)
REFERENCE_SHEET = marked(" All names stand on the sheet “{sheet}”, ready to copy.")

# Words inside sentences
DAY = marked("{year}-{month:02}-{day:02}")
SPAN = marked("{first} to {last}")
FROM_YEAR = marked("{first} and later")
SEPARATOR = marked(", ")
MORE_PLACES = marked("{places} and {count} more")

# T: text
T09_SPACE = Check(
    "T09",
    WARNING,
    marked("Spaces, line breaks or invisible characters were tidied: “{what}”."),
    marked("Nothing need be done; please look at the paragraph in the report."),
)
T09_SPACES = Check(
    "T09",
    WARNING,
    marked("Spaces, line breaks or invisible characters were tidied in {count} cells: {cells}."),
    marked("Nothing need be done; please look at these paragraphs in the report."),
)

# W: findings that staff accept with a written reason
W01_INCOMPLETE = Check(
    "W01",
    WARNING,
    marked("This row is not complete and accepts nothing: {missing} is missing."),
    marked("Fill in {missing}, or empty the row."),
)
W01_SHORT = Check(
    "W01",
    WARNING,
    marked("The reason “{reason}” is too short, and the row accepts nothing."),
    marked("Write down in at least {minimum} characters why the report is right."),
)
W02_CODE = Check(
    "W02",
    WARNING,
    marked("There is no check with the code “{code}”, and the row accepts nothing."),
    marked("Type the code as it stands in brackets in the message, for example {nearest}."),
)
W03_NOTHING = Check(
    "W03",
    WARNING,
    marked("There is no finding {code} in this workbook, so there is nothing to accept."),
    marked("Empty the row if the matter is settled."),
)
W03_ELSEWHERE = Check(
    "W03",
    WARNING,
    marked("There is no finding {code} at “{target}”, and the row accepts nothing."),
    marked("Type the place as the message shows it: {places}. Empty the row if the matter is settled."),
)
W04_NEVER = Check(
    "W04",
    WARNING,
    marked("The finding {code} at “{target}” cannot be accepted with a reason."),
    marked("Correct what the message says, and empty the row."),
)
W05_YEAR = Check(
    "W05",
    WARNING,
    marked("The row is for {year}, the report for {report}: it has expired and accepts nothing."),
    marked("If the reason holds for {report} too, write it down anew and type {report}; otherwise empty the row."),
)
WAIVER_CHECKS = (W01_INCOMPLETE, W01_SHORT, W02_CODE, W03_NOTHING, W03_ELSEWHERE, W04_NEVER, W05_YEAR)
WAIVER_CODE_WORD, WAIVER_PLACE_WORD = marked("Code"), marked("Place")
WAIVER_YEAR_WORD, WAIVER_REASON_WORD = marked("Year"), marked("Reason")
WHOLE_WORKBOOK = marked("The whole workbook")
