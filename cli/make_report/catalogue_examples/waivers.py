"""Examples for the checks of accepted findings (catalogue/waivers.py)."""

from make_report import catalogue as checks
from make_report.catalogue_examples.explained import Explained
from make_report.language import marked

_WAIVED = marked("A reason is given for one finding and one year (docs/forms.md).")

WAIVERS = (
    Explained(checks.W01_INCOMPLETE, marked("a row without a year"), marked("a row with all four entries"), _WAIVED),
    Explained(checks.W01_SHORT, marked("the reason “checked”"), marked("a reason that says why"), _WAIVED),
    Explained(checks.W01_YEAR, marked("a year in words"), marked("a year in four digits"), _WAIVED),
    Explained(checks.W02_CODE, "Z99", "U01", _WAIVED),
    Explained(checks.W03_NOTHING, marked("a row for what is settled"), marked("an empty row"), _WAIVED),
    Explained(checks.W03_ELSEWHERE, marked("another cell than the message's"), marked("the message's cell"), _WAIVED),
    Explained(checks.W04_NEVER, marked("a row for a sum that does not come out"), marked("an empty row"), _WAIVED),
    Explained(checks.W05_YEAR, marked("last year's row"), marked("a row with the report year"), _WAIVED),
    Explained(checks.W05_OTHER_YEAR, marked("next year's row"), marked("a row with the report year"), _WAIVED),
)
