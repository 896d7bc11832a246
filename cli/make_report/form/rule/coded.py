"""What every rule says of itself."""

from typing import ClassVar, Literal

from make_report.form.vocabulary import CODE, Example, Names, said
from make_report.record import Record

Each = Literal["row", "column", "table"]
SeverityWord = Literal["error", "warning"]

BAD = (
    "Contents by field id that break the rule in a sound filing; last_year.FIELD stands for last year's content, "
    "{year}, {year-1} … in texts for the report year and those around it."
)
GOOD = "Contents by field id that come near, but do not break the rule."


class Coded(Record, kw_only=True):
    """A rule's code, its sentences, its source, an example that breaks it and one that does not."""

    operands: ClassVar[tuple[str, ...]] = ()
    """What the check fills in for {names} in message and remedy; {cell}, what the form calls the cell, always is.

    Of row and column only the one is filled in that the key `each` names.
    """
    needs: ClassVar[tuple[str, ...]] = ()
    """Ids of fields of the first sheet without which the rule can say nothing."""

    code: str = said("The stable code of the check, such as N17.", pattern=CODE)
    severity: SeverityWord = said("error: no report is made; warning: the clerk is asked to look.", default="error")
    waivable: bool = said("An error that the clerk may accept in the workbook with a written reason.", default=False)
    optional: bool = said("Checked only when it is asked for (--thorough).", default=False)
    message: str = said("The fault, in the form's language; {operands} are filled in.", names=Names.SENTENCE)
    remedy: str = said("What to type instead, in the form's language; {operands} are filled in.", names=Names.SENTENCE)
    source: str = said("The authority for the rule.")
    bad: Example | None = said(BAD, default=None, hashed=False)
    good: Example | None = said(GOOD, default=None, hashed=False)
