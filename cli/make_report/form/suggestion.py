"""Which names a wrong name in braces may have been meant for. What counts as close is stated in docs/references.md."""

from difflib import SequenceMatcher
from functools import lru_cache
from itertools import combinations

from make_report.form.quotable import Quotable, tokens_of
from make_report.form.reference import Names, is_separated
from make_report.remembered import remember

_EQUAL, _CONTAINED, _IN_ORDER = 1.0, 0.9, 0.8
_ALIKE = 0.7
"""What all characters together are worth when only some of them stand in a label."""
_CLOSE, _CLOSE_IF_SEPARATED = 0.49, 0.3
_SPREAD = 4
"""How many times longer than what was typed a label may be that has its characters with others between them."""
_SHORTEST_WORD = 4
"""The fewest letters that are taken for a part of a label where words are written with letters."""


def suggested(names: Names, typed: str) -> tuple[str, ...]:
    """Return, in braces, what a wrong name may have been meant for; two names if the share word stands between."""
    share = names.form.references.share if names.form.references else ""
    whole, word, part = typed.partition(share) if share else (typed, "", "")
    sides = [names.find(side) or suggestions(names, side) for side in (whole, part) if word]
    if word and all(sides):
        return tuple(f"{{{one.name}{share}{other.name}}}" for one in sides[0] for other in sides[1])
    return tuple(quotable.braced for quotable in suggestions(names, typed))


def suggestions(names: Names, typed: str) -> tuple[Quotable, ...]:
    """Return the names that fit a wrong name best, in the order of the workbook; none if it fits none.

    Names fit equally well when they have the typed parts alike and as many others besides.
    """
    tokens = tokens_of(typed)
    if not tokens:
        return ()
    fits = {key: fit for key, (labels, _) in _candidates(names).items() if (fit := _fit(tokens, key, labels))[0] > 0}
    best = max(fits.values(), default=(0.0, 0))
    if best[0] < (_CLOSE_IF_SEPARATED if is_separated(typed) else _CLOSE):
        return ()
    found = (_candidates(names)[key][1] for key, fit in fits.items() if fit == best)
    return tuple({quotable.fields: quotable for quotable in found}.values())


def is_part_of_heading(names: Names, typed: str) -> bool:
    """Return whether what was typed is a part of a heading of the form: of a sheet, a section or several rows."""
    headings = {heading for section in names.form.sections for heading in (section.sheet, section.heading)}
    for section in names.form.sections:
        headings |= {*section.narrative.headings} if section.narrative else set()
    headings |= {
        "".join(spelling)
        for quotable in names.quotables
        for element in quotable.elements
        for spelling in element.spellings
    }
    token = "".join(tokens_of(typed))
    return any(_alike(token, "".join(tokens_of(heading))) >= _IN_ORDER for heading in headings)


@remember(4)
def _candidates(names: Names) -> dict[str, tuple[tuple[tuple[str, ...], ...], Quotable]]:
    """Return by each name, without signs between its parts, the spellings of each part, and what it names."""
    candidates: dict[str, tuple[tuple[tuple[str, ...], ...], Quotable]] = {}
    for key, quotable in names.keys.items():
        listed = quotable.name.count(".") + 1
        named = [element for element in quotable.elements if element.named or listed == len(quotable.elements)]
        shown = named if key in names.whole else named[:-1]
        if quotable.elements[0] not in shown and len(quotable.elements) > 1:
            shown = [quotable.elements[0], *shown]
        labels = tuple(tuple("".join(spelling) for spelling in element.spellings) for element in shown)
        candidates[key] = (labels, quotable)
    return candidates


def _fit(tokens: tuple[str, ...], key: str, labels: tuple[tuple[str, ...], ...]) -> tuple[float, int]:
    """Return how well typed parts fit a name, and, less than nothing, how many of its parts were not typed.

    The first part of the labels, the sheet, goes without saying.
    """
    joined = "".join(tokens)
    ways = [(_alike(joined, key) - (0.0 if joined == key else 0.05), 0)] if len(labels) > 1 else []
    if len(tokens) <= len(labels):
        each = [[max(_alike(token, label) for label in spellings) for spellings in labels] for token in tokens]
        for places in combinations(range(len(labels)), len(tokens)):
            worth = sum(each[number][place] for number, place in enumerate(places)) / len(tokens)
            unsaid = len(labels) - len(tokens) - (0 not in places and len(labels) > 1)
            ways.append((worth, -unsaid))
    return max(((round(worth, 2), unsaid) for worth, unsaid in ways), default=(0.0, 0))


@lru_cache(maxsize=1024)
def _alike(typed: str, label: str) -> float:
    """Return how much of what was typed stands in a label, from 0 to 1."""
    if typed == label:
        return _EQUAL
    if len(typed) > 1 and (not typed.isascii() or len(typed) >= _SHORTEST_WORD):
        if typed in label:
            return _CONTAINED
        if not typed.isascii() and len(label) <= _SPREAD * len(typed) and _in_order(typed, label):
            return _IN_ORDER
    if len(label) > _SPREAD * len(typed):
        return 0.0
    matcher = SequenceMatcher(None, typed, label, autojunk=False)
    same = sum(block.size for block in matcher.get_matching_blocks())
    return _ALIKE * same / len(typed) if len(typed) > 1 else 0.0


def _in_order(typed: str, label: str) -> bool:
    rest = iter(label)
    return all(sign in rest for sign in typed)
