"""Form and structure, dates."""

from make_report.finding import Check, Severity
from make_report.language import marked

ERROR, WARNING = Severity.ERROR, Severity.WARNING

# F: form and structure
F01_YEAR = Check(
    "F01",
    ERROR,
    marked("The report year is {year}, but this workbook is {form}, which serves {years}."),
    marked(
        "Check the year. A report of {year} has its own format: make its workbook with the command “make-report new "
        "--year {year}” and fill in that one."
    ),
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
F04_SHEET_COPIED = Check(
    "F04",
    WARNING,
    marked("The sheet “{actual}” looks like a copy of “{expected}”; only “{expected}” is read."),
    marked(
        "If what stands in the copy is right, please type it into “{expected}”; then delete the copy or give it a name "
        "of its own."
    ),
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
F04_CELL_TOO_LONG = Check(
    "F04",
    ERROR,
    marked("“{cell}” has {count} characters in one cell; Excel allows {limit} and drops the rest when it saves."),
    marked("Please put each paragraph into a cell of its own."),
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
