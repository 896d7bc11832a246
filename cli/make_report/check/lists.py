"""Which list in a text a clause belongs to: where its members add up, the number they are part of is known."""

from collections.abc import Sequence

from make_report.check.clauses import Clause, Quantity
from make_report.form.rule import Where


def is_in_place(where: Where, paragraph: Sequence[Clause], number: int) -> bool:
    """Return whether a clause stands in the list of one of the heads that a rule names, and in none that it shuns."""
    is_under = not where.under or _is_under(where.under, where.heads, paragraph, number)
    return is_under and not (where.outside and _is_under(where.outside, where.heads, paragraph, number))


def _is_under(wanted: tuple[str, ...], heads: tuple[str, ...], paragraph: Sequence[Clause], number: int) -> bool:
    """Return whether a clause belongs to the list of a wanted head.

    It does if the last head before it, not in brackets that are closed, is one, and what is counted from there to the
    next head, or to the end of the sentence, adds up to the number at the head. A list that does not add up may be
    another one's. A head without a number holds to the end of its sentence.
    """
    clause = paragraph[number]
    if _has(heads, clause):
        return _has(wanted, clause)
    before = (place for place in range(number) if paragraph[place].depth <= clause.depth)
    places = [place for place in before if _has(heads, paragraph[place])]
    if not places or not _has(wanted, paragraph[places[-1]]):
        return False
    head = paragraph[places[-1]]
    whole = _counted(head)
    if not whole:
        return head.number == clause.number
    members: list[Quantity] = []
    for other in paragraph[places[-1] + 1 :]:
        if other.number > clause.number or _has(heads, other):
            break
        members += _counted(other) if other.depth == clause.depth else []
    exact = all(quantity.exact for quantity in (*whole, *members))
    return len(whole) == 1 and exact and sum(quantity.number for quantity in members) == whole[0].number


def _has(words: tuple[str, ...], clause: Clause) -> bool:
    return any(word in clause.text for word in words)


def _counted(clause: Clause) -> list[Quantity]:
    return [quantity for quantity in clause.quantities if quantity.counts]
