"""What one paragraph tells, clause by clause: which rules' phrases it says, and which clauses are about this year."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate
from typing import Self

from make_report.check.clauses import Clause, quantities_in
from make_report.check.lists import is_in_place
from make_report.check.mention import Mention
from make_report.check.phrases import Pieces, first_said, pieces_of, without_said
from make_report.check.text import places_of
from make_report.form.rule import InClauses, Where
from make_report.patterns import expression

_YEAR = expression(r"(?<!\d)(20\d\d)(?=年)")
_MONTHS = expression(
    r"(?:(?<!\d)(?P<first>\d{1,2})月?[至到~—–-]|(?<![\d至到止~—–-])20\d\d年|(?<![\d至到止~—–-])[本当今]年|(?<![\d年至到止~—–-]))"
    r"(?<!\d)(?P<last>\d{1,2})月(?![\d底末初至到前~—–-]|以前)"
)
"""Months that are no days, and not those up to which something is counted."""
_MONTHS_ALONE = expression(r"(?:^|[,，;。])(?:20\d\d年|[本当今]年)?[\d月至到~—–-]{1,8}月份?[,，]$")
_WHOLE_YEAR = 1, 12
_SENTENCES_BEFORE = 2


class Sought:
    """What rules look for in clauses in one year, by how it begins: a text says little of it."""

    def __init__(self, rules: Iterable[InClauses], year: int) -> None:
        self.year = year
        self._by_beginning: dict[str, list[InClauses]] = {}
        for rule in rules:
            for beginning in {phrase[0] for phrase in pieces_of(rule.says, year)}:
                self._by_beginning.setdefault(beginning, []).append(rule)

    def among(self, text: str) -> Self:
        """Return what of it may stand in the text: what is then looked for in each part of it."""
        narrowed = type(self)((), self.year)
        narrowed._by_beginning = {  # noqa: SLF001 - its own kind
            beginning: rules for beginning, rules in self._by_beginning.items() if beginning in text
        }
        return narrowed

    def rules_in(self, text: str, field: str) -> Mapping[int, InClauses]:
        """Return the rules that may have a phrase in the text of a field, each by where it lies."""
        found = [rules for beginning, rules in self._by_beginning.items() if beginning in text]
        return {id(rule): rule for rules in found for rule in rules if field in rule.where.section}


class ToldParagraph:
    """What one paragraph tells. What dozens of rules ask of it is looked for once."""

    def __init__(self, clauses: tuple[Clause, ...], field: str, sought: Sought) -> None:
        self.clauses, self._year = clauses, sought.year
        self._whole = whole_of(clauses)
        self._present: dict[int, tuple[tuple[str, ...], tuple[Pieces, ...]]] = {}
        self._put_aside: dict[tuple[int, int], tuple[object, bool]] = {}
        self._openings: dict[tuple[str, ...], list[Mention]] = {}
        said = {key: self.said_of(rule) for key, rule in sought.rules_in(self._whole, field).items()}
        self.said: Mapping[int, tuple[Mention, ...]] = {key: places for key, places in said.items() if places}
        """Where a phrase of each rule is said, by where the rule lies."""

    def said_of(self, rule: InClauses) -> tuple[Mention, ...]:
        """Return the first phrase of a rule in each clause, with a number beside it if the rule asks for that."""
        phrases = self._those_present(rule.says)
        if not phrases:
            return ()
        said = ((number, first_said(phrases, clause.text)) for number, clause in enumerate(self.clauses))
        mentions = [Mention(self.clauses, number, *place) for number, place in said if place]
        return tuple([mention for mention in mentions if self._counts(rule, mention)])

    def _counts(self, rule: InClauses, mention: Mention) -> bool:
        """Return whether a number stands right behind the phrase, and the sentence says what it must, if it must."""
        clause = mention.clause
        right_behind = not rule.right_behind or any(quantity.start == mention.end for quantity in clause.quantities)
        says_more = not rule.sentence or first_said(self._those_present(rule.sentence), clause.sentence) is not None
        return right_behind and says_more

    def openings(self, signs: tuple[str, ...]) -> Sequence[Mention]:
        """Return the beginning of each clause with a number in it that stands behind one of the signs."""
        if signs not in self._openings:
            begun = (number for number, clause in enumerate(self.clauses) if clause.before.endswith(signs))
            mentions = [Mention(self.clauses, number) for number in begun]
            self._openings[signs] = [mention for mention in mentions if mention.clause.counts]
        return self._openings[signs]

    def is_put_aside(self, rule: InClauses, number: int) -> bool:
        """Return whether a clause speaks of another year, list or topic, or a phrase in it puts it aside."""
        asked = id(rule), number
        if asked not in self._put_aside:
            clause = self.clauses[number]
            aside = (
                not is_in_place(rule.where, self.clauses, number)
                or first_said(self._those_present(rule.unless), clause.text) is not None
                or self._is_elsewhere(rule.where, number)
            )
            self._put_aside[asked] = rule, aside
        return self._put_aside[asked][1]

    def _is_elsewhere(self, where: Where, number: int) -> bool:
        asked = id(where), number
        if asked not in self._put_aside:
            self._put_aside[asked] = where, self._speaks_elsewhere(where, self.clauses[number])
        return self._put_aside[asked][1]

    def _speaks_elsewhere(self, where: Where, clause: Clause) -> bool:
        # What stands around a bracket may make a phrase that the text as typed does not have.
        known = self._those_present if clause.open_before == clause.before else self._all
        text = without_said(self._those_present(where.asides), clause.text)
        before = without_said(known(where.asides), clause.open_before)
        before = without_said(self._all(where.compared), before)
        return bool(
            first_said(self._those_present(where.unless), text)
            or first_said(known(where.unless_before), before)
            or _in_open_list(where.lists, clause.open_before)
            or any(int(other) != self._year for other in _YEAR.findall(before + text)[-1:])
            or _is_of_months(before, text)
            or not _on_topic(where, clause)
        )

    def _those_present(self, phrases: tuple[str, ...]) -> tuple[Pieces, ...]:
        """Return those of the phrases that may stand in the paragraph: only they are looked for in a clause."""
        # They are known by where they lie, and kept so that nothing else will lie there.
        known = self._present.get(id(phrases))
        if known is None:
            present = tuple([phrase for phrase in self._all(phrases) if phrase[0] in self._whole])
            known = self._present[id(phrases)] = phrases, present
        return known[1]

    def _all(self, phrases: tuple[str, ...]) -> tuple[Pieces, ...]:
        return pieces_of(phrases, self._year)


def whole_of(clauses: Iterable[Clause]) -> str:
    """Return the sentences of clauses, each once."""
    return "\n".join(dict.fromkeys(clause.sentence for clause in clauses))


def _is_of_months(before: str, text: str) -> bool:
    """Return whether a clause, or nothing but the one before it, says in which months of the year: 12月, 1至6月."""
    last = _MONTHS_ALONE.search(before)
    found = (*_MONTHS.finditer(text), *(_MONTHS.finditer(last[0]) if last else ()))
    return any(one["first"] is None or (int(one["first"]), int(one["last"])) != _WHOLE_YEAR for one in found)


def _in_open_list(signs: tuple[str, ...], before: str) -> bool:
    """Return whether a list was opened in the sentence whose numbers do not yet add up to the number before it."""
    openings = sorted(place for sign in signs for place in places_of(sign, before))
    if not openings:
        return False
    # The same number may be divided twice: 8件，其中维持5件、纠正3件，其中直接起诉6件、复议后起诉2件.
    counted = [[one for one in quantities_in(before[:opened]) if one.counts] for opened in openings]
    wholes = {quantities[-1].number for quantities in counted if quantities}
    sums = accumulate(quantity.number for quantity in quantities_in(before[openings[-1] :]) if quantity.counts)
    return wholes.isdisjoint(sums)


def _on_topic(where: Where, clause: Clause) -> bool:
    """Return whether the paragraph so far has the context, and the topic is the last one mentioned."""
    text = _recent(clause) + clause.text

    def last(words: tuple[str, ...]) -> int:
        return max((text.rfind(word) + len(word) for word in words if word in text), default=-1)

    in_context = not where.context or any(word in clause.behind + clause.text for word in where.context)
    return in_context and (not where.topic or last(where.topic) > last(where.off_topic))


def _recent(clause: Clause) -> str:
    """Return the sentence up to the clause and two sentences before it, of the same part of the text."""
    start = len(clause.behind) - len(clause.before)
    for _ in range(_SENTENCES_BEFORE + 1):
        start = clause.behind.rfind("。", 0, max(start, 0))
    return clause.behind[start + 1 :]
