"""Repairs of one mistake beside each other: which are shown, which only counted, when the first stands out."""

from decimal import Decimal

import pytest

from make_report.place import Place
from make_report.repair import MOST_IN_ALL, MOST_PAIRS, MOST_SHOWN, Change, Likelihood, Mistake, Repair, Witness

AGREES = (Witness(Place(1, 5, 1, "一、总体情况"), "予以公开3件"),)


def repair(likelihood: Likelihood, *, won: bool = False, lost: bool = False, row: int = 1) -> Repair:
    change = Change("cell", Place(4, row, 4, "表三"), Decimal(1), Decimal(2))
    return Repair((change,), (), likelihood, AGREES if won else (), AGREES if lost else ())


def pair(row: int) -> Repair:
    """Return a repair of two cells, one below the other."""
    both = repair(Likelihood.DIGIT, row=row).changes + repair(Likelihood.DIGIT, row=row + 1).changes
    return Repair(both, (), Likelihood.DIGIT)


def test_what_the_text_says_counts_more_than_any_slip() -> None:
    agreeing, total = repair(Likelihood.OTHER, won=True), repair(Likelihood.TOTAL)
    contradicted = repair(Likelihood.TOTAL, lost=True)
    assert sorted([contradicted, total, agreeing], key=lambda one: one.rank) == [agreeing, total, contradicted]


def test_few_alternatives_are_all_shown_and_of_many_the_first() -> None:
    few = Mistake(tuple(repair(Likelihood.DIGIT, row=row) for row in range(1, MOST_IN_ALL + 1)))
    assert few.shown == few.listed == few.repairs
    many = Mistake(tuple(repair(Likelihood.DIGIT, row=row) for row in range(1, MOST_IN_ALL + 2)))
    assert many.shown == many.repairs[:MOST_SHOWN]


def test_all_single_cells_are_listed_and_of_pairs_not_too_many() -> None:
    single = Mistake(tuple(repair(Likelihood.DIGIT, row=row) for row in range(1, 3 * MOST_PAIRS)))
    assert single.listed == single.repairs
    assert single.unlisted == single.unlisted_cells == ()
    pairs = Mistake(tuple(pair(row) for row in range(1, MOST_PAIRS + 3)))
    assert pairs.listed == pairs.repairs[:MOST_PAIRS]
    assert pairs.unlisted == pairs.repairs[MOST_PAIRS:]
    assert [place.row for place in pairs.unlisted_cells] == [MOST_PAIRS + 1, MOST_PAIRS + 2, MOST_PAIRS + 3]


@pytest.mark.parametrize(
    ("first", "second", "clear"),
    [
        (repair(Likelihood.TOTAL), repair(Likelihood.DIGIT), True),
        (repair(Likelihood.DIGIT), repair(Likelihood.BLANK), True),
        (repair(Likelihood.DIGIT), repair(Likelihood.DIGIT), False),
        (repair(Likelihood.BLANK), repair(Likelihood.OTHER), False),
        (repair(Likelihood.BLANK, won=True), repair(Likelihood.OTHER), True),
        (repair(Likelihood.OTHER), repair(Likelihood.TOTAL, lost=True), True),
        (repair(Likelihood.OTHER, won=True), repair(Likelihood.OTHER, won=True), False),
    ],
)
def test_the_first_stands_out_by_its_evidence_or_by_its_slip(first: Repair, second: Repair, *, clear: bool) -> None:
    assert Mistake((first, second)).is_clear is clear
    assert Mistake((first,)).is_clear
