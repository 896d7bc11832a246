"""N: which numbers of a sentence belong to a list in it."""

from decimal import Decimal
from itertools import pairwise

from make_report.check.clauses import Clause, Quantity, quantities_in
from make_report.check.mention import Mention
from make_report.check.phrases import blanked, says
from make_report.form.rule import Parts
from make_report.record import Record


class Candidate(Record):
    """A number that may belong to a list."""

    number: Decimal
    clause: Clause
    ends: bool
    """A word in its clause ends the list, unless the rest is still to come."""
    same_unit: bool = True


def counted_in(rule: Parts, text: str) -> list[tuple[Quantity, str]]:
    """Return the quantities in a stretch of text that have one of the rule's units, with their units; no changes."""
    units = ((quantity, quantity.unit(rule.units)) for quantity in quantities_in(text))
    return [(quantity, unit) for quantity, unit in units if unit and not text.endswith(rule.changes, 0, quantity.start)]


def _joined(rule: Parts, clause: Clause, counted: list[Quantity], unit: str) -> bool:
    """Return whether the last members of a list stand in one clause, joined by a word such as 以及."""
    between = [clause.text[one.end + len(unit) : other.start] for one, other in pairwise(counted)]
    return all(text.startswith(rule.joins) for text in between)


def members_of(rule: Parts, mention: Mention, unit: str, year: int) -> tuple[list[Candidate], list[Candidate]]:
    """Return the numbers of the list, and those that follow in the sentence.

    There are none if one is not exact or a clause holds several that nothing joins.
    Words that end a list do not end it before its rest.
    """
    candidates: list[Candidate] = []
    for clause in (mention.clause, *mention.follows):
        first = clause is mention.clause
        deeper = clause.depth > mention.clause.depth
        if clause.depth < mention.clause.depth or not (first or deeper or not says(rule.says, clause.text, year)):
            break
        said = clause.text[mention.end :] if first else clause.text
        ends = bool(says(rule.ends, blanked(rule.where.asides, said, year), year))
        within = [one for one in clause.quantities if not first or one.start >= mention.end]
        counted = [quantity for quantity in within if quantity.unit(rule.units) == unit]
        if deeper or not counted:
            others = [] if deeper else [one for one in within if one.unit(rule.units)]
            if ends and not first:
                candidates.append(Candidate(Decimal(0), clause, ends=True))
            elif others:
                if len(others) > 1 or not others[0].exact:
                    return [], []
                candidates.append(Candidate(others[0].number, clause, ends=False, same_unit=False))
            continue
        if not all(quantity.exact for quantity in counted) or not _joined(rule, clause, counted, unit):
            return [], []
        ends = ends and not (first and mention.end)
        candidates += [Candidate(quantity.number, clause, ends) for quantity in counted]
    rests = [place for place, one in enumerate(candidates) if is_rest(rule, one.clause, year)]
    ends_at = next((place for place, one in enumerate(candidates) if one.ends), len(candidates))
    stop = max(ends_at, *(place + 1 for place in rests), 0)
    return candidates[:stop], candidates[stop:]


def is_rest(rule: Parts, clause: Clause, year: int) -> bool:
    """Return whether a clause gives the rest of a list, with which most lists end."""
    return bool(says(rule.rest, blanked(rule.where.asides, clause.text, year), year))


def goes_on(clause: Clause) -> bool:
    """Return whether the enumeration comma stands behind a clause."""
    return clause.sentence.startswith("、", len(clause.before) + len(clause.text))
