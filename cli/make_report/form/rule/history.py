"""Rules that compare with last year's report. They are checked only when it is given."""

from dataclasses import dataclass
from typing import Literal

from make_report.form.rule.coded import Coded, Each, SeverityWord
from make_report.form.vocabulary import said

_ACROSS = "Compare also when last year's report is in another form, by the ids that both have."
_KIND = "Which kind of rule this is."
_SEVERITY = "error: no report is made; warning: the clerk is asked to look."


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowsLastYear(Coded):
    """Figures of this year follow from last year's: this = last + plus - minus, where this year adds and takes away.

    Operands: row or column, this, last, plus, minus, expected, difference, cells. One without plus and minus is known
    as soon as last year's report is: `make-report new --from` fills it in.
    """

    rule: Literal["follows_last_year"] = said(_KIND)
    section: str = said("The section whose table is meant (key `in`).")
    each: Each = said("For every row, every column, or once for the table.", default="table")
    only: tuple[str, ...] = said("With each: just these rows or columns.", default=())
    this: str = said("The cell of this year.")
    last: tuple[str, ...] = said("Cells added in last year's report.")
    plus: tuple[str, ...] = said("Cells of this year that are added.", default=())
    minus: tuple[str, ...] = said("Cells of this year that are taken away.", default=())
    across_forms: bool = said(_ACROSS, default=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Jump(Coded):
    """Figures change less than `factor` times, and not both by more than `difference` and `difference_factor` times.

    Operands: this, last, factor. Zero counts as one.
    """

    rule: Literal["jump"] = said(_KIND)
    severity: SeverityWord = said(_SEVERITY, default="warning")
    section: str = said("The section whose table is meant (key `in`).")
    each: Literal["table"] = said("The cells are named by row and column together.", default="table")
    cells: tuple[str, ...] = said("The cells that are compared, such as `received.total`.")
    factor: int = said("A figure that becomes so many times as great or as small is asked about.")
    least: int = said("Unless both figures are smaller than this.")
    difference: int = said("So is one that changes by more than this …")
    difference_factor: int = said("… and becomes so many times as great or as small.")
    across_forms: bool = said(_ACROSS, default=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class MistakenUnit(Coded):
    """No figure is last year's times `numerator` through `denominator`: a unit was mistaken. Operands: this, last."""

    rule: Literal["mistaken_unit"] = said(_KIND)
    severity: SeverityWord = said(_SEVERITY, default="warning")
    section: str = said("The section whose table is meant (key `in`).")
    each: Literal["table"] = said("The cells are named by row and column together.", default="table")
    cells: tuple[str, ...] = said("The cells that are compared.")
    numerator: int = said("The factor between the units that may be mistaken …", default=1)
    denominator: int = said("… as a fraction.", default=1)
    tolerance: int = said("How many percent it may differ from that.")
    across_forms: bool = said(_ACROSS, default=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Unchanged(Coded):
    """Not more than `percent` of last year's figures stand there again. Operands: percent, equal, count.

    Figures that are zero in both years, and totals, are not counted.
    """

    rule: Literal["unchanged"] = said(_KIND)
    severity: SeverityWord = said(_SEVERITY, default="warning")
    percent: int = said("The share of equal figures that is asked about if it is exceeded.")
    least: int = said("Fewer figures than this are not compared.")
    across_forms: bool = said(_ACROSS, default=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class SimilarTexts(Coded):
    """A text is not last year's again. Operand: percent.

    Compared are the stretches of `stretch` letters in both; figures all count as one, prescribed headings as nothing.
    """

    rule: Literal["similar_texts"] = said(_KIND)
    severity: SeverityWord = said(_SEVERITY, default="warning")
    section: tuple[str, ...] = said("The text fields to compare (key `in`).")
    percent: int = said("The similarity that is asked about if it is exceeded.")
    least: int = said("Texts with fewer letters than this are not compared.")
    stretch: int = said("How many letters in a row are compared.", default=3)


@dataclass(frozen=True, slots=True, kw_only=True)
class SameUnit(Coded):
    """The unit is last year's. Operands: this, last.

    A short form is no other name: without the names of what the unit belongs to, abbreviated, or without one of the
    words `left_out`.
    """

    rule: Literal["same_unit"] = said(_KIND)
    severity: SeverityWord = said(_SEVERITY, default="warning")
    left_out: tuple[str, ...] = said("Words that a name may have or lack.", default=())
