"""Rules about dates and years."""

from typing import ClassVar, Literal

from make_report.form.rule.coded import Coded
from make_report.form.vocabulary import Names, said


class Period(Coded, kw_only=True):
    """A sentence that names the period of the report must give its first and last day."""

    operands: ClassVar = ("expected", "actual")
    rule: Literal["period"] = said("Which kind of rule this is.")
    words: tuple[str, ...] = said("Words that announce the period.")


class SameYear(Coded, kw_only=True):
    """Where a phrase with a year occurs, it is the year of the report.

    The name of the workbook's file is looked at too.
    """

    operands: ClassVar = ("expected", "actual")
    rule: Literal["same_year"] = said("Which kind of rule this is.")
    section: tuple[str, ...] = said("The text fields to look in (key `in`).", names=Names.TEXT)
    phrases: tuple[str, ...] = said("Phrases with {year} in place of the year.", names=Names.YEAR_PHRASE)


class AfterPeriod(Coded, kw_only=True):
    """A date must lie after the year of the report."""

    operands: ClassVar = ("actual", "end", "earliest")
    rule: Literal["after_period"] = said("Which kind of rule this is.")
    section: str = said("The date's field id (key `in`).", names=Names.DATE)


class WellFormedDates(Coded, kw_only=True):
    """Dates in texts are written whole and exist in the calendar; with `signless`, only this is looked at."""

    operands: ClassVar = ("actual", "example")
    rule: Literal["well_formed_dates"] = said("Which kind of rule this is.")
    misspelt: bool = said("Look at years with a digit too many, too few, or a wrong one.", default=False)
    signless: tuple[str, ...] = said(
        "Words that, right behind the report year or one beside it, show that the sign for year is missing.", default=()
    )
