"""Where the texts of a filing say what a rule looks for: the right clauses, and the number meant in them."""

import re
from bisect import bisect
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import accumulate

from make_report.check.clauses import Clause, Quantity, clauses
from make_report.check.phrases import beginnings, blanked, says
from make_report.check.text import Passage, passages, quoted, rule_check
from make_report.filing import Filing
from make_report.finding import Finding, Operand
from make_report.form.model import Form
from make_report.form.rule import InClauses, Rule, Subjects, Where
from make_report.place import Place
from make_report.record import Record

_YEAR = re.compile(r"(?<!\d)(20\d\d)(?=年)")
_CLOSED_BRACKET = re.compile(r"\([^()]*\)")
_COMMA = re.compile(r"[,，;:()]")
FARTHEST_BEHIND, FARTHEST_BEFORE = 20, 6
"""Characters between a phrase and the number that is meant, behind it or before it."""


class Spot(Record):
    """A phrase of a rule in a clause that counts, from `start` to `end`; `follows` is the rest of the sentence."""

    passage: Passage
    clause: Clause
    start: int
    end: int
    follows: tuple[Clause, ...]

    def quantity(self, units: Iterable[str]) -> Quantity | None:
        """Return the number that is meant if it is exact."""
        meant = self.meant(units)
        return meant if meant and meant.exact else None

    def meant(self, units: Iterable[str]) -> Quantity | None:
        """Return the number that is meant: inside the phrase, else soon behind it, else right before it."""
        counted = [
            (quantity, unit) for quantity in self.clause.quantities if (unit := quantity.unit(units)) is not None
        ]
        inside = [quantity for quantity, _ in counted if self.start <= quantity.start < self.end]
        behind = [quantity for quantity, _ in counted if 0 <= quantity.start - self.end <= FARTHEST_BEHIND]
        before = [
            quantity for quantity, unit in counted if 0 <= self.start - quantity.end - len(unit) <= FARTHEST_BEFORE
        ]
        meant = inside or behind[:1] or before[-1:]
        return meant[0] if len(meant) == 1 else None

    def finding(self, rule: Rule, related: tuple[Place, ...] = (), **operands: Operand) -> Finding:
        """Return a finding at the paragraph, which quotes the clause."""
        shown: dict[str, Operand] = {"clause": quoted(self.clause.shown), **operands}
        return Finding(rule_check(rule), self.passage.place, shown, self.passage.field.label, related)


def spots(rule: InClauses, form: Form, filing: Filing) -> Iterator[Spot]:
    """Yield the first phrase of the rule in each clause, unless something puts the clause aside."""
    year = filing["year"].year
    if year is None:
        return
    for field in rule.where.section:
        texts = tuple(passages(form, filing, (field,)))
        known = _known_clauses(tuple(passage.text for passage in texts))
        for index in sorted({bisect(known.starts, place) - 1 for place in beginnings(rule.says, known.text, year)}):
            paragraph, number = known.numbers[index]
            clause = known.clauses[paragraph][number]
            said = says(rule.says, clause.text, year)
            if said and not _put_aside(rule, clause, said.start, filing):
                behind = known.clauses[paragraph][number + 1 :]
                follows = tuple(other for other in behind if other.number == clause.number)
                yield Spot(texts[paragraph], clause, *said, follows)


class _Clauses(Record):
    """The clauses of some paragraphs, and all of them as lines of one text, so that it can be searched at once."""

    clauses: tuple[tuple[Clause, ...], ...]
    numbers: tuple[tuple[int, int], ...]
    """For each line: which paragraph, and which of its clauses."""
    text: str
    starts: tuple[int, ...]


@lru_cache(maxsize=16)
def _known_clauses(paragraphs: tuple[str, ...]) -> _Clauses:
    found = tuple(clauses(paragraphs))
    numbers = tuple((index, number) for index, paragraph in enumerate(found) for number in range(len(paragraph)))
    lines = [clause.text for paragraph in found for clause in paragraph]
    starts = tuple(accumulate((len(line) + 1 for line in lines), initial=0))
    return _Clauses(found, numbers, "\n".join(lines), starts[: len(lines)])


def openings(rule: InClauses, signs: tuple[str, ...], form: Form, filing: Filing) -> Iterator[Spot]:
    """Yield the beginning of each clause behind one of the signs, unless something puts the clause aside."""
    if filing["year"].year is None:
        return
    for field in rule.where.section:
        texts = list(passages(form, filing, (field,)))
        for passage, found in zip(texts, clauses(passage.text for passage in texts), strict=True):
            for number, clause in enumerate(found):
                if clause.before.endswith(signs) and clause.counts and not _put_aside(rule, clause, 0, filing):
                    follows = tuple(other for other in found[number + 1 :] if other.number == clause.number)
                    yield Spot(passage, clause, 0, 0, follows)


def _put_aside(rule: InClauses, clause: Clause, start: int, filing: Filing) -> bool:
    """Return whether the clause speaks of another year, subject or topic, or holds a phrase that puts it aside."""
    where, year = rule.where, filing["year"].year or 0
    if says(rule.unless, clause.text, year):
        return True
    open_before = _CLOSED_BRACKET.sub("", clause.before)
    text, before = (blanked(where.asides, part, year) for part in (clause.text, open_before))
    return bool(
        says(where.unless, text, year)
        or says(where.unless_before, before, year)
        or any(int(other) != year for other in _YEAR.findall(before + text)[-1:])
        or not _on_topic(where, clause)
        or (where.subjects and _of_another(where.subjects, open_before + clause.text[:start], filing["org"].text))
    )


def _on_topic(where: Where, clause: Clause) -> bool:
    """Return whether the paragraph so far has the context, and the topic is the last one mentioned."""
    text = clause.lead + clause.before + clause.text

    def last(words: tuple[str, ...]) -> int:
        return max((text.rfind(word) + len(word) for word in words if word in text), default=-1)

    in_context = not where.context or any(word in clause.behind + clause.text for word in where.context)
    return in_context and (not where.topic or last(where.topic) > last(where.off_topic))


def _of_another(subjects: Subjects, text: str, org: str) -> bool:
    """Return whether an office is named that is not the unit itself, or an area that the unit does not report for."""
    if any(word in text for word in subjects.whole) and not org.endswith(subjects.whole_of):
        return True
    named = (match for word in subjects.others for match in re.finditer(re.escape(word), text))
    return any(not _is_own(subjects, text[: match.start()], match[0], org) for match in named)


def _is_own(subjects: Subjects, before: str, word: str, org: str) -> bool:
    """Return whether an office is the unit itself, all offices, or not the one that the clause is about."""
    clause = _COMMA.split(before)[-1]
    beside = any(other in clause for other in subjects.beside)
    return beside or before.endswith(subjects.own) or _abbreviates(before[-1:] + word, org)


def _abbreviates(short: str, long: str) -> bool:
    """Return whether the characters of the short name all stand in the long one, in this order."""
    rest = iter(long)
    return all(sign in rest for sign in short)
