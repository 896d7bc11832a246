"""Rules that compare with last year's report. They are checked only when it is given."""

from typing import ClassVar, Literal

from make_report.form.rule.coded import Coded, Each, SeverityWord
from make_report.form.vocabulary import Names, said

_ACROSS = "Compare also when last year's report is in another form, by the ids that both have."
_KIND = "Which kind of rule this is."
_SEVERITY = "error: no report is made; warning: the clerk is asked to look."


class FollowsLastYear(Coded, kw_only=True):
    """Figures of this year follow from last year's: this = last + plus - minus, where this year adds and takes away.

    `make-report new --from` fills it in and locks it: one without plus and minus as the figure that last year's report
    gives, any other as a formula that begins with it.
    """

    operands: ClassVar = ("row", "column", "this", "last", "plus", "minus", "expected", "difference", "cells")
    rule: Literal["follows_last_year"] = said(_KIND)
    section: str = said("The section whose table is meant (key `in`).", names=Names.TABLE)
    each: Each = said("For every row, every column, or once for the table.", default="table")
    only: tuple[str, ...] = said("With each: just these rows or columns.", default=(), names=Names.SCOPES)
    this: str = said("The cell of this year.", names=Names.TERMS)
    last: tuple[str, ...] = said("Cells added in last year's report.", names=Names.TERMS)
    plus: tuple[str, ...] = said("Cells of this year that are added.", default=(), names=Names.TERMS)
    minus: tuple[str, ...] = said("Cells of this year that are taken away.", default=(), names=Names.TERMS)
    exceptions: str = said(
        "With plus or minus: what makes it another figure all the same, said where `make-report new --from` locks it.",
        default="",
    )
    across_forms: bool = said(_ACROSS, default=False)


class Jump(Coded, kw_only=True):
    """Figures change less than `factor` times, and not both by more than `difference` and `difference_factor` times.

    Zero counts as one.
    """

    operands: ClassVar = ("this", "last", "factor")
    rule: Literal["jump"] = said(_KIND)
    severity: SeverityWord = said(_SEVERITY, default="warning")
    section: str = said("The section whose table is meant (key `in`).", names=Names.TABLE)
    each: Literal["table"] = said("The cells are named by row and column together.", default="table")
    cells: tuple[str, ...] = said("The cells that are compared, such as `received.total`.", names=Names.TERMS)
    factor: int = said("A figure that becomes so many times as great or as small is asked about.")
    least: int = said("Unless both figures are smaller than this.")
    difference: int = said("So is one that changes by more than this …")
    difference_factor: int = said("… and becomes so many times as great or as small.")
    across_forms: bool = said(_ACROSS, default=False)


class MistakenUnit(Coded, kw_only=True):
    """No figure is last year's times `numerator` through `denominator`: a unit was mistaken."""

    operands: ClassVar = ("this", "last")
    rule: Literal["mistaken_unit"] = said(_KIND)
    severity: SeverityWord = said(_SEVERITY, default="warning")
    section: str = said("The section whose table is meant (key `in`).", names=Names.TABLE)
    each: Literal["table"] = said("The cells are named by row and column together.", default="table")
    cells: tuple[str, ...] = said("The cells that are compared.", names=Names.TERMS)
    numerator: int = said("The factor between the units that may be mistaken …", default=1)
    denominator: int = said("… as a fraction.", default=1)
    tolerance: int = said("How many percent it may differ from that.")
    across_forms: bool = said(_ACROSS, default=False)


class Unchanged(Coded, kw_only=True):
    """Not more than `percent` of last year's figures stand there again.

    Figures that are zero in both years, and totals, are not counted.
    """

    operands: ClassVar = ("percent", "equal", "count")
    rule: Literal["unchanged"] = said(_KIND)
    severity: SeverityWord = said(_SEVERITY, default="warning")
    percent: int = said("The share of equal figures that is asked about if it is exceeded.")
    least: int = said("Fewer figures than this are not compared.")
    across_forms: bool = said(_ACROSS, default=False)


class SimilarTexts(Coded, kw_only=True):
    """A text is not last year's again.

    Compared are the stretches of `stretch` letters in both; figures all count as one, prescribed headings as nothing.
    """

    operands: ClassVar = ("percent",)
    rule: Literal["similar_texts"] = said(_KIND)
    severity: SeverityWord = said(_SEVERITY, default="warning")
    section: tuple[str, ...] = said("The text fields to compare (key `in`).", names=Names.TEXT)
    percent: int = said("The similarity that is asked about if it is exceeded.")
    least: int = said("Texts with fewer letters than this are not compared.")
    stretch: int = said("How many letters in a row are compared.", default=3)


class SameUnit(Coded, kw_only=True):
    """The unit is last year's.

    A short form is no other name: without the names of what the unit belongs to, abbreviated, or without one of the
    words `left_out`.
    """

    operands: ClassVar = ("this", "last")
    rule: Literal["same_unit"] = said(_KIND)
    severity: SeverityWord = said(_SEVERITY, default="warning")
    left_out: tuple[str, ...] = said("Words that a name may have or lack.", default=())


class NotBelowLastYear(Coded, kw_only=True):
    """A sum of this year is not less than a sum of last year's report, such as the cases that were pending then."""

    operands: ClassVar = ("row", "column", "this", "last", "cells")
    rule: Literal["not_below_last_year"] = said(_KIND)
    severity: SeverityWord = said(_SEVERITY, default="warning")
    section: str = said("The section whose table is meant (key `in`).", names=Names.TABLE)
    each: Each = said("For every row, every column, or once for the table.", default="table")
    this: tuple[str, ...] = said("Cells of this year that are added.", names=Names.TERMS)
    last: tuple[str, ...] = said("Cells added in last year's report.", names=Names.TERMS)
    across_forms: bool = said(_ACROSS, default=False)


class Promised(Coded, kw_only=True):
    """What last year's text announced is spoken of this year.

    A measure is what stands between one of the `marks` and the end of its sentence, behind the first phrase that
    announces. It is spoken of if enough of its pairs of letters stand in this year's texts.
    """

    operands: ClassVar = ("measures",)
    rule: Literal["promised"] = said(_KIND)
    severity: SeverityWord = said(_SEVERITY, default="warning")
    section: str = said("The text of last year that announces (key `in`).", names=Names.TEXT)
    answered_in: tuple[str, ...] = said("The texts of this year that may speak of it.", names=Names.TEXT)
    announcing: tuple[str, ...] = said("Phrases that announce; {year} is the report year, * any stretch of a clause.")
    marks: tuple[str, ...] = said("What stands before each measure, such as 一是.")
    plain: tuple[str, ...] = said("Words that stand in every measure, and so tell none from another.", default=())
    unless: tuple[str, ...] = said("Words by which it is a problem and not a measure.", default=())
    percent: int = said("Spoken of is a measure of whose pairs of letters so many percent stand there.")
    least: int = said("A measure with fewer pairs of letters is not looked for.", default=6)
