"""Rules that are not sums: what each kind needs to be told. check/ holds one small function for each kind."""

from make_report.form.rule.coded import BAD, GOOD, Coded, Each, SeverityWord
from make_report.form.rule.dates import AfterPeriod, Period, SameYear, WellFormedDates
from make_report.form.rule.figures import ImpliesZero
from make_report.form.rule.structure import DefaultTitle
from make_report.form.rule.texts import Leftovers, Mentions

__all__ = [
    "BAD",
    "GOOD",
    "AfterPeriod",
    "Coded",
    "DefaultTitle",
    "Each",
    "ImpliesZero",
    "Leftovers",
    "Mentions",
    "Period",
    "Rule",
    "SameYear",
    "SeverityWord",
    "WellFormedDates",
]

Rule = ImpliesZero | Mentions | Leftovers | Period | SameYear | AfterPeriod | WellFormedDates | DefaultTitle
