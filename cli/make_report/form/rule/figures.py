"""Rules about figures."""

from dataclasses import dataclass
from typing import Literal

from make_report.form.rule.coded import Coded, Each
from make_report.form.vocabulary import said


@dataclass(frozen=True, slots=True, kw_only=True)
class ImpliesZero(Coded):
    """Where all of `when` are zero, all of `then` must be. Operands: row or column, sum, cells."""

    rule: Literal["implies_zero"] = said("Which kind of rule this is.")
    section: str = said("The section whose table is meant (key `in`).")
    each: Each = said("For every row, every column, or once for the table.")
    when: tuple[str, ...] = said("The cells that are zero: column ids for each row, row ids for each column.")
    then: tuple[str, ...] = said("The cells that then must be zero.")
