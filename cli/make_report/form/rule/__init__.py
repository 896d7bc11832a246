"""Rules that are not sums: what each kind needs to be told. check/ holds one small function for each kind."""

from make_report.form.rule.clauses import (
    Contradicts,
    Divided,
    Grown,
    Growth,
    InClauses,
    MultipleOf,
    Parts,
    RateTold,
    Restated,
    Rough,
    ShareTold,
    Silent,
    Stated,
    StatedLastYear,
    StatedShare,
    Subjects,
    Totalled,
    Where,
)
from make_report.form.rule.coded import BAD, GOOD, Coded, Each, SeverityWord
from make_report.form.rule.dates import AfterPeriod, Period, SameYear, WellFormedDates
from make_report.form.rule.figures import ImpliesZero, Share, SomeFor, UsualFigures, ZeroFor
from make_report.form.rule.history import (
    FollowsLastYear,
    Jump,
    MistakenUnit,
    NotBelowLastYear,
    Promised,
    SameUnit,
    SimilarTexts,
    Unchanged,
)
from make_report.form.rule.hygiene import HygieneRule
from make_report.form.rule.numbering import SectionHeadings, Sequence, Signs, WrongSign
from make_report.form.rule.parts import Aspect, Aspects, Longest, OutdatedTerm, PartsNamed, Signature
from make_report.form.rule.structure import DefaultTitle
from make_report.form.rule.texts import Leftovers, Mentions, WordsOfOthers
from make_report.form.rule.years import Deadline, DeadlineFor, OutdatedReference, PlannedYear, PlausibleYears

__all__ = [
    "BAD",
    "GOOD",
    "AfterPeriod",
    "Aspect",
    "Aspects",
    "Coded",
    "Contradicts",
    "Deadline",
    "DeadlineFor",
    "DefaultTitle",
    "Divided",
    "Each",
    "FollowsLastYear",
    "Grown",
    "Growth",
    "HygieneRule",
    "ImpliesZero",
    "InClauses",
    "Jump",
    "Leftovers",
    "Longest",
    "Mentions",
    "MistakenUnit",
    "MultipleOf",
    "NotBelowLastYear",
    "OutdatedReference",
    "OutdatedTerm",
    "Parts",
    "PartsNamed",
    "Period",
    "PlannedYear",
    "PlausibleYears",
    "Promised",
    "RateTold",
    "Restated",
    "Rough",
    "Rule",
    "SameUnit",
    "SameYear",
    "SectionHeadings",
    "Sequence",
    "SeverityWord",
    "Share",
    "ShareTold",
    "Signature",
    "Signs",
    "Silent",
    "SimilarTexts",
    "SomeFor",
    "Stated",
    "StatedLastYear",
    "StatedShare",
    "Subjects",
    "Totalled",
    "Unchanged",
    "UsualFigures",
    "WellFormedDates",
    "Where",
    "WordsOfOthers",
    "WrongSign",
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
    | WordsOfOthers
    | Period
    | SameYear
    | AfterPeriod
    | WellFormedDates
    | DefaultTitle
    | PlausibleYears
    | PlannedYear
    | Deadline
    | OutdatedReference
    | Aspects
    | Longest
    | PartsNamed
    | Signature
    | OutdatedTerm
    | Sequence
    | Signs
    | SectionHeadings
    | FollowsLastYear
    | Jump
    | MistakenUnit
    | SameUnit
    | SimilarTexts
    | Unchanged
    | NotBelowLastYear
    | Promised
    | HygieneRule
    | Stated
    | Rough
    | StatedLastYear
    | StatedShare
    | ShareTold
    | RateTold
    | Growth
    | Contradicts
    | MultipleOf
    | Restated
    | Parts
    | Divided
    | Totalled
    | Grown
    | Silent
)
