"""Findings that staff accept with a written reason."""

from make_report.finding import Check, Severity
from make_report.language import marked

WARNING = Severity.WARNING

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
    marked("Write down in words why the report is right: at least {minimum} characters, signs not counted."),
)
W01_YEAR = Check(
    "W01",
    WARNING,
    marked("The year “{typed}” of this row cannot be read, and the row accepts nothing."),
    marked("Type {report}."),
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
W05_OTHER_YEAR = Check(
    "W05",
    WARNING,
    marked("The year of this row is {year}, the report is for {report}: the row accepts nothing."),
    marked("Type {report} if the reason is about this report; otherwise empty the row."),
)
WAIVER_CHECKS = (
    W01_INCOMPLETE,
    W01_SHORT,
    W01_YEAR,
    W02_CODE,
    W03_NOTHING,
    W03_ELSEWHERE,
    W04_NEVER,
    W05_YEAR,
    W05_OTHER_YEAR,
)
WAIVER_TOGETHER = marked("{reason} (This row accepts {count} findings at once.)")
WAIVER_CODE_WORD, WAIVER_PLACE_WORD = marked("Code"), marked("Place")
WAIVER_YEAR_WORD, WAIVER_REASON_WORD = marked("Year"), marked("Reason")
WHOLE_WORKBOOK = marked("The whole workbook")
