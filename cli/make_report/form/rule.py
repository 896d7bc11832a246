"""Rules that are not sums: what each kind needs to be told. check/ holds one small function for each kind."""

from dataclasses import dataclass
from typing import Literal

from make_report.form.vocabulary import CODE, said

Each = Literal["row", "column", "table"]
SeverityWord = Literal["error", "warning"]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Coded:
    code: str = said("The stable code of the check, such as N17.", pattern=CODE)
    severity: SeverityWord = said("error: no report is made; warning: the clerk is asked to look.", default="error")
    message: str = said("The fault, in the form's language; {operands} are filled in.")
    remedy: str = said("What to type instead, in the form's language; {operands} are filled in.")
    source: str = said("The authority for the rule.")


@dataclass(frozen=True, slots=True, kw_only=True)
class ImpliesZero(_Coded):
    """Where all of `when` are zero, all of `then` must be. Operands: row or column, sum, cells."""

    rule: Literal["implies_zero"] = said("Which kind of rule this is.")
    section: str = said("The section whose table is meant (key `in`).")
    each: Each = said("For every row, every column, or once for the table.")
    when: tuple[str, ...] = said("The cells that are zero: column ids for each row, row ids for each column.")
    then: tuple[str, ...] = said("The cells that then must be zero.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mentions(_Coded):
    """A narrative must contain one of the words."""

    rule: Literal["mentions"] = said("Which kind of rule this is.")
    section: str = said("The narrative's field id (key `in`).")
    words: tuple[str, ...] = said("Any one of these is enough.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Leftovers(_Coded):
    """No text of the workbook may contain one of these phrases. Operand: words."""

    rule: Literal["leftovers"] = said("Which kind of rule this is.")
    words: tuple[str, ...] = said(
        "Phrases; * stands for up to 40 characters other than brackets; "
        "one repeated character stands for a run as long or longer."
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Period(_Coded):
    """A sentence that names the period of the report must give its first and last day. Operands: expected, actual."""

    rule: Literal["period"] = said("Which kind of rule this is.")
    words: tuple[str, ...] = said("Words that announce the period.")


@dataclass(frozen=True, slots=True, kw_only=True)
class SameYear(_Coded):
    """Where a phrase with a year occurs, it is the year of the report. Operands: expected, actual.

    The name of the workbook's file is looked at too.
    """

    rule: Literal["same_year"] = said("Which kind of rule this is.")
    section: tuple[str, ...] = said("The text fields to look in (key `in`).")
    phrases: tuple[str, ...] = said("Phrases with {year} in place of the year.")


@dataclass(frozen=True, slots=True, kw_only=True)
class AfterPeriod(_Coded):
    """A date must lie after the year of the report. Operands: actual, end, earliest."""

    rule: Literal["after_period"] = said("Which kind of rule this is.")
    section: str = said("The date's field id (key `in`).")


@dataclass(frozen=True, slots=True, kw_only=True)
class WellFormedDates(_Coded):
    """Dates in texts are written whole and exist in the calendar. Operands: actual, example."""

    rule: Literal["well_formed_dates"] = said("Which kind of rule this is.")


@dataclass(frozen=True, slots=True, kw_only=True)
class DefaultTitle(_Coded):
    """A title typed into the first sheet's field `title` is the form's own. Operands: expected, actual."""

    rule: Literal["default_title"] = said("Which kind of rule this is.")
    severity: SeverityWord = said("error: no report is made; warning: the clerk is asked to look.", default="warning")
    accepted: tuple[str, ...] = said("Titles that are as good; {org} and {year} are filled in.", default=())


Rule = ImpliesZero | Mentions | Leftovers | Period | SameYear | AfterPeriod | WellFormedDates | DefaultTitle
