"""Labels that do not stand where they belong: was one changed, or were rows or columns inserted or deleted?"""

from collections.abc import Iterator, Mapping, Sequence

from make_report.record import Record

Key = tuple[str, ...]
"""What tells a row from others: the texts in its label cells."""

ANY_ROW: Key = ("\0",)
"""Stands for an expected row whose texts are not the form's own. It equals none, so it is taken as changed."""

_FARTHEST = 5
"""How many rows or columns away a label is looked for."""


class RowAdded(Record):
    """A row that is not expected, counted from 0 in what was found."""

    row: int


class RowMissing(Record):
    """An expected row that is gone, counted from 0, and where in what was found it should stand."""

    expected: int
    row: int


def row_changes(expected: Sequence[Key], actual: Sequence[Key]) -> Iterator[RowAdded | RowMissing]:
    """Yield the rows inserted into and deleted from what is expected. Rows after its end are no change.

    A row whose texts were changed is neither.
    """
    if all(one in (other, ANY_ROW) for one, other in zip(expected, actual, strict=False)) and len(expected) <= len(
        actual
    ):
        return
    from difflib import SequenceMatcher  # noqa: PLC0415 - only where something has moved

    opcodes = SequenceMatcher(None, expected, actual, autojunk=False).get_opcodes()
    for _, start, end, actual_start, actual_end in opcodes:
        surplus = (actual_end - actual_start) - (end - start)
        yield from (RowMissing(row, actual_start) for row in range(start, start - surplus))
        if end < len(expected):
            blank_first = sorted(range(actual_start, actual_end), key=lambda row: bool(actual[row]))
            yield from (RowAdded(row) for row in sorted(blank_first[: max(surplus, 0)]))


def columns_moved(misplaced: Mapping[tuple[int, int], str], texts: Mapping[tuple[int, int], str]) -> bool:
    """Return whether labels that are not in their cells stand together some columns to the left or right.

    `misplaced` holds the labels by the cells they belong in, `texts` what is found in the sheet.
    """
    distances = [distance * sign for distance in range(1, _FARTHEST + 1) for sign in (1, -1)]
    beside = max(_found(misplaced, texts, 0, distance) for distance in distances)
    below = max(_found(misplaced, texts, distance, 0) for distance in distances)
    alone = beside == len(misplaced) == 1 and not any(texts.get(cell) for cell in misplaced)
    return beside > below and (beside > 1 or alone)


def _found(
    misplaced: Mapping[tuple[int, int], str], texts: Mapping[tuple[int, int], str], down: int, right: int
) -> int:
    """How many labels stand that many rows and columns from their cells."""
    return sum(texts.get((row + down, column + right)) == text for (row, column), text in misplaced.items())
