from collections.abc import Sequence

import pytest

from make_report.document.ooxml import Element, run, w
from make_report.document.sanity import CELL, DOUBLE, ROW, TABLE, faults
from make_report.document.signs import left_over_tags


def table(*cells: Element) -> Element:
    return w("tbl", w("tr", *cells))


@pytest.mark.parametrize(
    ("body", "found"),
    [
        (w("body", table(w("tc", w("p")))), []),
        (w("body", table(w("tc"))), [CELL]),
        (w("body", table(w("tc", w("p"), w("tbl", w("tr", w("tc", w("p"))))))), [CELL]),
        (w("body", table()), [ROW]),
        (w("body", w("tbl")), [TABLE]),
        (w("body", w("bookmarkStart", id=1), w("bookmarkStart", id=1)), [DOUBLE]),
        (w("body", w("bookmarkStart", id=1), w("bookmarkStart", id=2)), []),
    ],
)
def test_what_word_cannot_open_is_found(body: Element, found: Sequence[str]) -> None:
    assert list(faults(body)) == found


@pytest.mark.parametrize(("text", "left"), [("{{ org }}", True), ("{% if", True), ("{ org }", False), ("100%", False)])
def test_tags_that_were_not_filled_in_are_found(text: str, *, left: bool) -> None:
    assert left_over_tags(w("body", w("p", run(text)))) == left
