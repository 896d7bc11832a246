"""Which slips of a typist are told apart."""

from decimal import Decimal

import pytest

from make_report.check.repair_likelihood import likelihood
from make_report.place import Place
from make_report.repair import Change, Likelihood


def change(before: str | None, after: str, *, row: int = 1, column: int = 1, total: bool = False) -> Change:
    place = Place(1, row, column, "S")
    return Change("cell", place, None if before is None else Decimal(before), Decimal(after), total)


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("132", "123", Likelihood.SWAPPED),
        ("1", "10", Likelihood.SWAPPED),
        ("10", "1", Likelihood.SWAPPED),
        ("213.5", "231.5", Likelihood.SWAPPED),
        ("10", "16", Likelihood.DIGIT),
        ("12", "123", Likelihood.DIGIT),
        ("1423", "123", Likelihood.DIGIT),
        ("3.25", "32.5", Likelihood.OTHER),
        ("123", "321", Likelihood.OTHER),
        ("12", "34", Likelihood.OTHER),
        ("-12", "-21", Likelihood.SWAPPED),
        ("-12", "12", Likelihood.OTHER),
        ("0", "11", Likelihood.BLANK),
        ("11", "0", Likelihood.BLANK),
        (None, "11", Likelihood.BLANK),
    ],
)
def test_slips_in_one_figure(before: str | None, after: str, expected: Likelihood) -> None:
    assert likelihood([change(before, after)]) is expected


def test_a_typed_total_is_likelier_than_any_slip() -> None:
    assert likelihood([change("132", "123", total=True)]) is Likelihood.TOTAL
    assert min(Likelihood) is Likelihood.TOTAL


def test_neighbours_that_get_each_others_figure_are_an_exchange() -> None:
    below, beside, far = (change("5", "8", row=2), change("5", "8", column=2), change("5", "8", column=3))
    assert [likelihood([change("8", "5"), other]) for other in (below, beside, far)] == [
        Likelihood.EXCHANGED,
        Likelihood.EXCHANGED,
        Likelihood.DIGIT,
    ]
    assert likelihood([change(None, "5"), change("5", "0", column=2)]) is Likelihood.EXCHANGED


def test_of_two_independent_slips_the_less_likely_counts() -> None:
    assert likelihood([change("132", "123"), change("12", "34", column=5)]) is Likelihood.OTHER
