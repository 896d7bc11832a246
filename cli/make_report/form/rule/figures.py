"""Rules about figures."""

from typing import ClassVar, Literal

from make_report.form.rule.coded import Coded, Each, SeverityWord
from make_report.form.vocabulary import Names, said

KIND = "Which kind of rule this is."
TABLE = "The section whose table is meant (key `in`)."
EACH = "For every row, every column, or once for the table."
ONLY = "With each: just these rows or columns."
WHOLE = "The cells are named by row and column together."
CELLS = "The cells that are looked at; `rules.*` means all below rules."
CHOICE_FIELD = "The choice of the first sheet on which it depends; not chosen, the unit's name may tell it."
SEVERITY = "error: no report is made; warning: the clerk is asked to look."


class ImpliesZero(Coded, kw_only=True):
    """Where all of `when` are zero, all of `then` must be."""

    operands: ClassVar = ("row", "column", "sum", "cells")
    rule: Literal["implies_zero"] = said(KIND)
    section: str = said(TABLE, names=Names.TABLE)
    each: Each = said(EACH)
    only: tuple[str, ...] = said(ONLY, default=(), names=Names.SCOPES)
    when: tuple[str, ...] = said(
        "The cells that are zero: column ids for each row, row ids for each column.", names=Names.TERMS
    )
    then: tuple[str, ...] = said("The cells that then must be zero.", names=Names.TERMS)
    above: int = said("Up to this sum of `then` nothing is said.", default=0)


class Share(Coded, kw_only=True):
    """One sum is no larger a share of another than usual."""

    operands: ClassVar = ("part", "whole", "share", "row", "column", "cells")
    rule: Literal["share"] = said(KIND)
    severity: SeverityWord = said(SEVERITY, default="warning")
    section: str = said(TABLE, names=Names.TABLE)
    each: Each = said(EACH)
    only: tuple[str, ...] = said(ONLY, default=(), names=Names.SCOPES)
    part: tuple[str, ...] = said(
        "The cells of the part: column ids for each row, row ids for each column.", names=Names.TERMS
    )
    whole: tuple[str, ...] = said("The cells of the whole.", names=Names.TERMS)
    limit: int = said("The largest usual share, in percent.")
    above: int = said("Up to this sum of `part` nothing is said.", default=0)


class UsualFigures(Coded, kw_only=True):
    """Figures other than zero lie between the usual limits."""

    operands: ClassVar = ("value", "converted")
    rule: Literal["usual_figures"] = said(KIND)
    severity: SeverityWord = said(SEVERITY, default="warning")
    section: str = said(TABLE, names=Names.TABLE)
    each: Literal["table"] = said(WHOLE, default="table")
    cells: tuple[str, ...] = said(CELLS, names=Names.TERMS)
    times: int = said("The limits, and {converted}, are of the figure times this, as in a smaller unit.", default=1)
    at_least: int | None = said("The smallest usual figure.", default=None)
    below: int | None = said("The figure from which on it is unusual.", default=None)
    decimals: int | None = said("The most digits after the point that are usual, of the figure itself.", default=None)
    but: tuple[str, ...] = said("How the names of units end for which this is not so.", default=())


class ZeroFor(Coded, kw_only=True):
    """For certain choices the cells are zero."""

    operands: ClassVar = ("choice", "sum", "cells")
    rule: Literal["zero_for"] = said(KIND)
    severity: SeverityWord = said(SEVERITY, default="warning")
    section: str = said(TABLE, names=Names.TABLE)
    each: Literal["table"] = said(WHOLE, default="table")
    cells: tuple[str, ...] = said(CELLS, names=Names.TERMS)
    field: str = said(CHOICE_FIELD, names=Names.CHOICE)
    choices: tuple[str, ...] = said("The choices, by their ids.", names=Names.CHOICES)
    but: tuple[str, ...] = said("How the names of units end for which this is not so.", default=())
    explained: tuple[str, ...] = said("Words in the texts that explain the figures.", default=())


class SomeFor(Coded, kw_only=True):
    """For units of certain names the cells are not all zero."""

    operands: ClassVar = ("cells",)
    rule: Literal["some_for"] = said(KIND)
    severity: SeverityWord = said(SEVERITY, default="warning")
    section: str = said(TABLE, names=Names.TABLE)
    each: Literal["table"] = said(WHOLE, default="table")
    cells: tuple[str, ...] = said(CELLS, names=Names.TERMS)
    endings: tuple[str, ...] = said("How the names of such units end.")
    but: tuple[str, ...] = said("Endings of other units.", default=())
