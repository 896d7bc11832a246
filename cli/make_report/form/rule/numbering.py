"""Rules about numbered headings and lists inside texts."""

from typing import ClassVar, Literal

from make_report.form.rule.coded import Coded, SeverityWord
from make_report.form.vocabulary import Names, said
from make_report.record import Record

KIND = "Which kind of rule this is."
SEVERITY = "error: no report is made; warning: the clerk is asked to look."
TEXTS = "The text fields to look in (key `in`)."


class Sequence(Coded, kw_only=True):
    """Numbers of headings and lists follow each other without gap or repetition."""

    operands: ClassVar = ("actual", "expected")
    rule: Literal["sequence"] = said(KIND)
    severity: SeverityWord = said(SEVERITY, default="warning")
    section: tuple[str, ...] = said(TEXTS, names=Names.TEXT)
    signs: tuple[str, ...] = said("How numbers are written: {一} is a Chinese numeral, {1} an Arabic one.")
    first: tuple[str, ...] = said("Those of the signs whose first number in a text is one.", default=())


class WrongSign(Record, kw_only=True):
    """A way to write the number of a heading, and the right one."""

    sign: str = said("The wrong way: {一} is a Chinese numeral, {1} an Arabic one.")
    right: str = said("The right way.")
    inline: bool = said("Looked for behind the end of a sentence too.", default=False)


class Signs(Coded, kw_only=True):
    """Numbers of headings are written as is usual. Said once for each text."""

    operands: ClassVar = ("actual", "expected", "count")
    rule: Literal["signs"] = said(KIND)
    severity: SeverityWord = said(SEVERITY, default="warning")
    section: tuple[str, ...] = said(TEXTS, names=Names.TEXT)
    wrong: tuple[WrongSign, ...] = said("The wrong ways.")


class SectionHeadings(Coded, kw_only=True):
    """The numbered headings of the report's own parts do not stand inside a text once more, nor do they go on there."""

    operands: ClassVar = ("actual",)
    rule: Literal["section_headings"] = said(KIND)
    section: tuple[str, ...] = said(TEXTS, names=Names.TEXT)
