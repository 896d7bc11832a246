"""Rules about what a text consists of: aspects, parts, length, signature, words no longer in use."""

from typing import ClassVar, Literal

from make_report.form.rule.coded import Coded, SeverityWord
from make_report.form.vocabulary import Names, said
from make_report.record import Record

KIND = "Which kind of rule this is."
SEVERITY = "error: no report is made; warning: the clerk is asked to look."
NARRATIVE = "The text's field id (key `in`)."


class Aspect(Record, kw_only=True):
    """Something that a text speaks of, and the words by which that is seen."""

    name: str = said("What it is called in the message.")
    words: tuple[str, ...] = said("Any one of these, anywhere in the text, is enough.")
    headings: tuple[str, ...] = said(
        "Words that are enough in a numbered heading; in a text without such headings, anywhere.", default=()
    )
    titles: tuple[str, ...] = said(
        "In a text that gives most aspects a heading, these are enough anywhere, the other words in headings only.",
        default=(),
    )


class Aspects(Coded, kw_only=True):
    """A text speaks of all that it should."""

    operands: ClassVar = ("missing",)
    rule: Literal["aspects"] = said(KIND)
    severity: SeverityWord = said(SEVERITY, default="warning")
    section: str = said(NARRATIVE, names=Names.TEXT)
    aspects: tuple[Aspect, ...] = said("What the text should speak of.")


class Longest(Coded, kw_only=True):
    """A text is not too long, white space not counted."""

    operands: ClassVar = ("count", "limit")
    rule: Literal["longest"] = said(KIND)
    severity: SeverityWord = said(SEVERITY, default="warning")
    section: str = said(NARRATIVE, names=Names.TEXT)
    at_most: int = said("The most characters.")


class PartsNamed(Coded, kw_only=True):
    """A sentence that says how many parts the report has, and lists them, is right."""

    operands: ClassVar = ("stated", "listed", "expected", "missing")
    rule: Literal["parts_named"] = said(KIND)
    severity: SeverityWord = said(SEVERITY, default="warning")
    section: str = said(NARRATIVE, names=Names.TEXT)
    counts: tuple[str, ...] = said("How their number is said, with {n} in place of the number.")
    parts: tuple[Aspect, ...] = said("The parts, with the words by which each is recognised in the list.")
    missing: str = said("What the remedy says besides if parts are {missing} in the list.", default="{missing}")


class Signature(Coded, kw_only=True):
    """The unit that signs is the unit of the first sheet, or a form of its name."""

    operands: ClassVar = ("expected", "actual")
    rule: Literal["signature"] = said(KIND)
    severity: SeverityWord = said(SEVERITY, default="warning")
    section: str = said("The field in which the signing unit stands (key `in`).", names=Names.TEXT)
    endings: tuple[str, ...] = said("Endings in which the two names may differ.", default=())
    kinds: tuple[tuple[str, ...], ...] = said(
        "Endings of names of units of one kind, in several lists; units of two kinds are not the same.", default=()
    )
    offices: tuple[str, ...] = said("Endings of the names of offices within a unit of any kind.", default=())


class OutdatedTerm(Coded, kw_only=True):
    """A term that was replaced is not used for what is counted, by itself."""

    operands: ClassVar = ("actual", "term", "instead")
    rule: Literal["outdated_term"] = said(KIND)
    severity: SeverityWord = said(SEVERITY, default="warning")
    section: tuple[str, ...] = said("The text fields to look in (key `in`).", names=Names.TEXT)
    term: str = said("The term of old.")
    instead: str = said("The term in force; a text that has it too is left alone.")
    counters: tuple[str, ...] = said("Words that stand behind the number of such things.")
    but: tuple[str, ...] = said("Longer terms that are something else.", default=())
