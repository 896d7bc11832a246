"""How much is tried until the culprits of a 25×7 table are known: counted, because a clock says nothing in a test.

By trial alone each of 15,225 pairs of cells would have to be tried, with every figure. How long it takes is measured
by benchmarks/growth.
"""

from collections.abc import Generator, Iterable, Mapping
from contextlib import contextmanager
from math import comb
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from make_report.check.repair import likely_repairs
from make_report.check.repair_sums import Deltas, Joined
from make_report.filing import Filing
from make_report.form.model import Form
from tests.check.test_balance import FIGURES, FIXTURE, changed
from tests.check.test_repair import FEW, typed

OF_ONE_CELL, OF_TWO_CELLS, OF_ANYTHING = 40, 500, 5_000
"""The most changes of cells that are tried: one is mistyped, two are, any number is."""


class Tried:
    """Counts the changes of which it is asked what they repair."""

    def __init__(self) -> None:
        self.changes = 0


@contextmanager
def counted() -> Generator[Tried]:
    """Count what is tried meanwhile."""
    tried, repaired = Tried(), Joined.repaired

    def counting(sums: Joined, deltas: Deltas) -> frozenset[int]:
        tried.changes += 1
        return repaired(sums, deltas)

    with patch.object(Joined, "repaired", counting):
        yield tried


def tried_for(form: Form, whole: Filing) -> tuple[int, int]:
    """Return how many changes are tried, and how many mistakes are told."""
    with counted() as tried:
        mistakes = likely_repairs(form, whole)
    return tried.changes, len(mistakes)


def table(form: Form) -> list[str]:
    """Return the cells of table 3, row by row, totals included."""
    return [field.id for field in form.fields.values() if field.section == "requests" and field.type]


def mistyped(whole: Filing, slips: Iterable[tuple[str, int]]) -> Filing:
    for cell, by in slips:
        whole = changed(whole, cell, by)
    return whole


def test_the_table_is_of_25_rows_and_7_columns(form_2021: Form) -> None:
    cells = table(form_2021)
    assert (len(cells), comb(len(cells), 2)) == (25 * 7, 15_225)


def test_nothing_is_tried_where_everything_comes_out(form_2021: Form) -> None:
    assert tried_for(form_2021, typed(form_2021, FEW)) == (0, 0)


def test_each_single_cell_is_found_at_once(form_2021: Form) -> None:
    whole = typed(form_2021, FEW)
    tried = {cell: tried_for(form_2021, changed(whole, cell, 7)) for cell in table(form_2021)}
    assert {told for _, told in tried.values()} == {1}
    assert max(changes for changes, _ in tried.values()) <= OF_ONE_CELL


def test_any_two_cells_are_told_at_once(form_2021: Form) -> None:
    whole = typed(form_2021, FEW)
    cells = table(form_2021)
    tried = [
        tried_for(form_2021, mistyped(whole, ((cells[one], 7), (cells[other], 18))))
        for one in range(0, len(cells), 11)
        for other in range(one + 1, len(cells), 13)
    ]
    assert len(tried) > 100
    assert max(changes for changes, _ in tried) <= OF_TWO_CELLS
    assert min(told for _, told in tried) >= 1


HOPELESS: Mapping[str, int] = {"every seventh": 7, "every": 1}


@pytest.mark.parametrize("step", HOPELESS.values(), ids=HOPELESS)
def test_a_hopeless_table_is_given_up_as_soon(form_2021: Form, step: int) -> None:
    slips = [(cell, 1 + number * number % 37) for number, cell in enumerate(table(form_2021)[::step])]
    changes, told = tried_for(form_2021, mistyped(typed(form_2021, FEW), slips))
    assert 1_000 < changes <= OF_ANYTHING
    assert told == 0


@FIXTURE
@given(figures=FIGURES, slips=st.lists(st.tuples(st.integers(0, 174), st.integers(1, 400)), max_size=175))
def test_no_slips_at_all_need_more(form_2021: Form, figures: dict[int, int], slips: list[tuple[int, int]]) -> None:
    cells = table(form_2021)
    whole = mistyped(typed(form_2021, figures), ((cells[number], by) for number, by in slips))
    assert tried_for(form_2021, whole)[0] <= OF_ANYTHING
