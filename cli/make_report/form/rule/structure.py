"""Rules about the parts of the report."""

from typing import ClassVar, Literal

from make_report.form.rule.coded import Coded, SeverityWord
from make_report.form.vocabulary import Names, said


class DefaultTitle(Coded, kw_only=True):
    """A title typed into the first sheet's field `title` is the form's own."""

    operands: ClassVar = ("expected", "actual")
    needs: ClassVar = ("title",)
    rule: Literal["default_title"] = said("Which kind of rule this is.")
    severity: SeverityWord = said("error: no report is made; warning: the clerk is asked to look.", default="warning")
    accepted: tuple[str, ...] = said(
        "Titles that are as good; {org} and {year} are filled in.", default=(), names=Names.TITLE
    )
