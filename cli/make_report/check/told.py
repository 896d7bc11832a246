"""What the texts of a filing tell, clause by clause, and which clauses are about this year and the topic of a rule."""

from bisect import bisect
from collections.abc import Iterable, Iterator
from itertools import accumulate

from make_report.check.clauses import Clause, clauses, quantities_in
from make_report.check.phrases import Pieces, first_said, pieces_of, without_said
from make_report.check.text import Passage, passages, places_of
from make_report.filing import Filing
from make_report.form.model import Form
from make_report.form.rule import Where
from make_report.patterns import expression
from make_report.remembered import Recent, remember, remembered

_YEAR = expression(r"(?<!\d)(20\d\d)(?=年)")
_SENTENCES_BEFORE = 2
_MOST_BEFORE = 32
"""Texts of fields that are remembered."""


class _Standing(dict[str, bool]):
    """Whether a stretch of text stands in a text, as soon as it is asked for."""

    def __init__(self, whole: str) -> None:
        super().__init__()
        self._whole = whole

    def __missing__(self, piece: str) -> bool:
        self[piece] = piece in self._whole
        return self[piece]


class Told:
    """What the texts of one field tell, clause by clause. What dozens of rules ask of it is looked for once."""

    def __init__(self, texts: tuple[Passage, ...], year: int) -> None:
        self.texts, self.year = texts, year
        self.clauses = tuple(clauses(passage.text for passage in texts))
        self._numbers = [(index, number) for index, found in enumerate(self.clauses) for number in range(len(found))]
        lines = [clause.text for found in self.clauses for clause in found]
        self._lines = "\n".join(lines)
        self._starts = list(accumulate((len(line) + 1 for line in lines), initial=0))[: len(lines)]
        self._lines_with: dict[str, frozenset[int]] = {}
        self._present: dict[int, tuple[tuple[str, ...], tuple[Pieces, ...]]] = {}
        sentences = dict.fromkeys(clause.sentence for found in self.clauses for clause in found)
        self._standing = _Standing("\n".join(sentences))
        self._put_aside: dict[tuple[int, int], tuple[Where, bool]] = {}

    def clauses_with(self, phrases: Iterable[Pieces]) -> Iterator[tuple[int, int]]:
        """Yield for each clause in which one of the phrases may begin its paragraph and its number in it."""
        if not self._numbers:
            return iter(())
        lines = frozenset[int]().union(*(self._lines_of(phrase[0]) for phrase in phrases))
        return (self._numbers[line] for line in sorted(lines))

    def _lines_of(self, piece: str) -> frozenset[int]:
        if piece not in self._lines_with:
            self._lines_with[piece] = frozenset(
                bisect(self._starts, place) - 1 for place in places_of(piece, self._lines)
            )
        return self._lines_with[piece]

    def follows(self, paragraph: int, number: int) -> tuple[Clause, ...]:
        """Return the clauses behind one in its sentence."""
        sentence = self.clauses[paragraph][number].number
        return tuple(other for other in self.clauses[paragraph][number + 1 :] if other.number == sentence)

    def present(self, phrases: tuple[str, ...]) -> tuple[Pieces, ...]:
        """Return those of the phrases that may stand in the texts: only they are looked for in a clause."""
        # They are known by where they lie, and kept so that nothing else will lie there.
        if id(phrases) not in self._present:
            known = pieces_of(phrases, self.year)
            self._present[id(phrases)] = phrases, tuple([phrase for phrase in known if self._standing[phrase[0]]])
        return self._present[id(phrases)][1]

    def _all(self, phrases: tuple[str, ...]) -> tuple[Pieces, ...]:
        return pieces_of(phrases, self.year)

    def is_put_aside(self, where: Where, clause: Clause) -> bool:
        """Return whether the clause speaks of another year or topic, or holds a phrase that puts it aside."""
        asked = id(where), id(clause)
        if asked not in self._put_aside:
            self._put_aside[asked] = where, self._is_elsewhere(where, clause)
        return self._put_aside[asked][1]

    def _is_elsewhere(self, where: Where, clause: Clause) -> bool:
        # What stands around a bracket may make a phrase that the text as typed does not have.
        known = self.present if clause.open_before == clause.before else self._all
        text = without_said(self.present(where.asides), clause.text)
        before = without_said(known(where.asides), clause.open_before)
        before = without_said(self._all(where.compared), before)
        return bool(
            first_said(self.present(where.unless), text)
            or first_said(known(where.unless_before), before)
            or _in_open_list(where.lists, clause.open_before)
            or any(int(other) != self.year for other in _YEAR.findall(before + text)[-1:])
            or not _on_topic(where, clause)
        )


@remember(4)
def _told_before(_: Form) -> Recent[object, Told]:
    """Return what the texts of fields told in the last reports of a form: many districts have some alike."""
    return Recent(_MOST_BEFORE)


class _ByField(dict[str, Told]):
    """What each text field of a report with a year tells, as soon as a rule asks for it."""

    def __init__(self, form: Form, filing: Filing) -> None:
        super().__init__()
        self._form, self._filing = form, filing

    def __missing__(self, field: str) -> Told:
        texts = tuple(passages(self._form, self._filing, (field,)))
        year, before = self._filing["year"].year or 0, _told_before(self._form)
        # Their places are part of what they tell.
        asked = (field, year, *((one.text, one.place.sheet, one.place.row, one.place.column) for one in texts))
        self[field] = before.get(asked) or before.keep(asked, Told(texts, year))
        return self[field]


told_in = remembered(_ByField)
"""Gives what each text field of a filing tells, by its id."""


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
