"""Rules about years in sentences, deadlines, and references to documents no longer in force."""

from typing import ClassVar, Literal

from make_report.form.rule.coded import Coded, SeverityWord
from make_report.form.vocabulary import Names, said
from make_report.record import Record

KIND = "Which kind of rule this is."
SEVERITY = "error: no report is made; warning: the clerk is asked to look."


class PlausibleYears(Coded, kw_only=True):
    """A sentence that tells what happened in a year tells of the report year or one beside it.

    Looked at are years at the beginning of a clause, outside quotation marks and brackets. Said once for each text.
    """

    operands: ClassVar = ("actual", "expected")
    rule: Literal["plausible_years"] = said(KIND)
    severity: SeverityWord = said(SEVERITY, default="warning")
    section: tuple[str, ...] = said("The text fields to look in (key `in`).", names=Names.TEXT)
    followed_by: tuple[str, ...] = said("What stands behind the year where a sentence tells what happened in it.")
    unless: tuple[str, ...] = said("Words in the sentence for which it may speak of any year.", default=())
    unless_both: tuple[str, ...] = said(
        "More of them for last year, in a text that tells of the report year as well.", default=()
    )
    planning: tuple[str, ...] = said("Words in the sentence for which it may speak of the next year.", default=())
    denying: tuple[str, ...] = said(
        "What stands soon behind the year where a sentence tells what did not happen in it.",
        default=(),
    )
    plans_in: tuple[str, ...] = said("Text fields that may speak of the next year.", default=(), names=Names.TEXT)


class PlannedYear(Coded, kw_only=True):
    """What is announced is announced for the next year, not for the report year."""

    operands: ClassVar = ("actual", "expected")
    rule: Literal["planned_year"] = said(KIND)
    severity: SeverityWord = said(SEVERITY, default="warning")
    section: str = said("The text's field id (key `in`).", names=Names.TEXT)
    announcing: tuple[str, ...] = said("Words that announce something, behind the year and a subject.")
    headings: tuple[str, ...] = said("Words with which the part of the text begins that announces.")
    plain: tuple[str, ...] = said("Words that announce in that part, where no past and no figure stands beside them.")
    past: tuple[str, ...] = said("Words that show that something has been done.", default=())


class DeadlineFor(Record, kw_only=True):
    """The last day for some choices."""

    choices: tuple[str, ...] = said("The choices, by their ids.", names=Names.CHOICES)
    day: str = said("Month and day, such as 01-31.", pattern=r"^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$")


class Deadline(Coded, kw_only=True):
    """A date is not later than the day in the year after the report year that holds for the unit."""

    operands: ClassVar = ("actual", "deadline", "choice")
    rule: Literal["deadline"] = said(KIND)
    severity: SeverityWord = said(SEVERITY, default="warning")
    section: str = said("The date's field id (key `in`).", names=Names.DATE)
    field: str = said(
        "The choice of the first sheet on which it depends; not chosen, the unit's name may tell it.",
        names=Names.CHOICE,
    )
    deadlines: tuple[DeadlineFor, ...] = said("The last days.")


class OutdatedReference(Coded, kw_only=True):
    """Documents are cited that are in force. Brackets of all kinds are alike, white space does not count."""

    operands: ClassVar = ("actual", "instead")
    rule: Literal["outdated_reference"] = said(KIND)
    severity: SeverityWord = said(SEVERITY, default="warning")
    words: tuple[str, ...] = said("How the document of old is cited.")
    instead: str = said("The document in force.")
    beside: tuple[str, ...] = said("A paragraph in which one of these stands too is left alone.", default=())
