"""Texts: what they quote, and how they are typed."""

from make_report.finding import Check, Severity
from make_report.language import marked

ERROR, WARNING = Severity.ERROR, Severity.WARNING

# N: what texts quote
N23_UNKNOWN = Check(
    "N23",
    ERROR,
    marked("“{reference}” quotes a figure, but there is none of this name."),
    marked("Type the name that is meant: {nearest}.{where}"),
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
N23_BLANK_ENTRY = Check(
    "N23",
    ERROR,
    marked("“{reference}” quotes what is not filled in: {cells}."),
    marked("Fill in {cells} ({label}), or take “{reference}” out of the text."),
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
N23_NOT_OPENED = Check(
    "N23",
    ERROR,
    marked("The opening brace is missing before “{reference}”."),
    marked("Type {nearest}."),
)
N23_DOUBLED = Check(
    "N23",
    ERROR,
    marked("“{doubled}” has one pair of braces too many."),
    marked("Type {nearest}."),
)
N23_AS_TYPED = Check(
    "N23",
    WARNING,
    marked("“{reference}” is printed as it stands, with its braces: it is no name of a figure."),
    marked("If a figure is meant, type its name.{where} If the braces are meant, nothing need be done."),
)
REFERENCE_SHEET = marked(" All names stand on the sheet “{sheet}”, ready to copy.")

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
