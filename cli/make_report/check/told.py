"""What the texts of a filing tell, paragraph by paragraph: where the phrases of a form's rules are said."""

from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache, partial
from itertools import chain

from make_report.check.clauses import Clause, clauses
from make_report.check.mention import Mention
from make_report.check.text import Passage, passages
from make_report.check.told_paragraph import Sought, ToldParagraph, whole_of
from make_report.filing import Filing
from make_report.form.model import Form
from make_report.form.rule import InClauses
from make_report.remembered import Recent, remember, remembered

_MOST_BEFORE = 1024
"""Paragraphs that are remembered."""

Place = tuple[int, Mention]
"""The number of a paragraph in its field, and a phrase in it."""


class Told:
    """What the texts of one field tell."""

    def __init__(self, texts: tuple[Passage, ...], before: "_Before", field: str, year: int) -> None:
        self.texts = texts
        self.paragraphs = before.told(tuple(clauses(one.text for one in texts)), field, year)
        self._known = before.rules
        self._said: dict[int, list[Place]] = {}
        for number, paragraph in enumerate(self.paragraphs):
            for rule, places in paragraph.said.items():
                self._said.setdefault(rule, []).extend([(number, place) for place in places])

    @property
    def rules(self) -> Collection[int]:
        """The rules of which a phrase is said, by where they lie."""
        return self._said.keys()

    def said(self, rule: InClauses) -> Iterable[Place]:
        """Return where a rule's phrases are said: the first in each clause."""
        return self._said.get(id(rule), ()) if id(rule) in self._known else self._looked_for(rule)

    def _looked_for(self, rule: InClauses) -> Iterator[Place]:
        """Yield the same for a rule that is none of the form's."""
        for number, paragraph in enumerate(self.paragraphs):
            yield from ((number, place) for place in paragraph.said_of(rule))


class _Before:
    """What a form's rules about clauses look for, and what paragraphs told before: districts share some."""

    def __init__(self, form: Form) -> None:
        self.rules = {id(rule): rule for rule in form.rules if isinstance(rule, InClauses)}
        self._paragraphs = Recent[tuple[str, int, int], ToldParagraph](_MOST_BEFORE)
        self._sought = lru_cache(maxsize=16)(partial(Sought, self.rules.values()))

    def told(self, paragraphs: tuple[tuple[Clause, ...], ...], field: str, year: int) -> tuple[ToldParagraph, ...]:
        """Return what paragraphs tell, of which the clauses are given."""
        # They are known by where they lie, and kept so that nothing else will lie there.
        asked = [(field, year, id(clauses)) for clauses in paragraphs]
        known = [self._paragraphs.get(one) for one in asked]
        unknown = [clauses for clauses, told in zip(paragraphs, known, strict=True) if told is None]
        sought = self._sought(year)
        if len(unknown) > 1:
            sought = sought.among(whole_of(chain.from_iterable(unknown)))
        return tuple(
            told or self._paragraphs.keep(one, ToldParagraph(clauses, field, sought))
            for one, clauses, told in zip(asked, paragraphs, known, strict=True)
        )


_told_before = remember(4)(_Before)


class _ByField(dict[str, Told]):
    """What each text field of a report with a year tells, as soon as a rule asks for it."""

    def __init__(self, form: Form, filing: Filing) -> None:
        super().__init__()
        self._form, self._filing = form, filing

    def __missing__(self, field: str) -> Told:
        texts = passages(self._form, self._filing, (field,))
        self[field] = Told(texts, _told_before(self._form), field, self._filing["year"].year or 0)
        return self[field]


told_in = remembered(_ByField)
"""Gives what each text field of a filing tells, by its id."""


@remembered
def said_nowhere(form: Form, filing: Filing) -> frozenset[int]:
    """Return those of the form's rules whose phrases are said nowhere, most of them, by where they lie."""
    rules, told_by_field = _told_before(form).rules, told_in(form, filing)
    fields = {field for rule in rules.values() for field in rule.where.section}
    return frozenset(rules).difference(*(told_by_field[field].rules for field in fields))
