"""Rules that are not sums: what each kind needs to be told. check/ holds one small function for each kind."""

from make_report.form.rule.coded import BAD, GOOD, Coded, Each, SeverityWord
from make_report.form.rule.dates import AfterPeriod, Period, SameYear, WellFormedDates
from make_report.form.rule.figures import ImpliesZero, Share, SomeFor, UsualFigures, ZeroFor
from make_report.form.rule.history import FollowsLastYear, Jump, MistakenUnit, SameUnit, SimilarTexts, Unchanged
from make_report.form.rule.structure import DefaultTitle
from make_report.form.rule.texts import Leftovers, Mentions

__all__ = [
    "BAD",
    "GOOD",
    "AfterPeriod",
    "Coded",
    "DefaultTitle",
    "Each",
    "FollowsLastYear",
    "ImpliesZero",
    "Jump",
    "Leftovers",
    "Mentions",
    "MistakenUnit",
    "Period",
    "Rule",
    "SameUnit",
    "SameYear",
    "SeverityWord",
    "Share",
    "SimilarTexts",
    "SomeFor",
    "Unchanged",
    "UsualFigures",
    "WellFormedDates",
    "ZeroFor",
]

Rule = (
    ImpliesZero
    | Share
    | UsualFigures
    | ZeroFor
    | SomeFor
    | Mentions
    | Leftovers
    | Period
    | SameYear
    | AfterPeriod
    | WellFormedDates
    | DefaultTitle
    | FollowsLastYear
    | Jump
    | MistakenUnit
    | SameUnit
    | SimilarTexts
    | Unchanged
)
