"""Lines and paragraphs that were found without fault before: what looks at each by itself need not look at them again.

The reports of one district share many: headings, legal phrases, “nothing else to report”.
"""

from collections.abc import Callable, Iterable

from make_report.filing import Filing, Value
from make_report.finding import Finding
from make_report.form.field import Field, Kind
from make_report.form.model import Form
from make_report.record import replace
from make_report.remembered import remember

MOST_KNOWN = 4096
"""Texts that are remembered; those that were not met for the longest time are forgotten."""
_Key = tuple[str, int | None, bool, str]
"""Field, year, whether optional rules were asked for, and text: all that such rules look at."""


class _Memory(dict[_Key, None]):
    """What is known of a form's texts, in the order in which they were last met."""

    def __init__(self, form: Form) -> None:
        super().__init__()
        self.form = form

    def knows(self, key: _Key) -> bool:
        known = key in self
        if known:
            self.note(key)
        return known

    def note(self, key: _Key) -> None:
        self.pop(key, None)
        self[key] = None
        if len(self) > MOST_KNOWN:
            del self[next(iter(self))]


_memory_of = remember(4)(_Memory)


def found_in_unknown(
    form: Form, filing: Filing, check: Callable[[Filing], Iterable[Finding]], *, optional: bool
) -> tuple[Finding, ...]:
    """Return what a check finds that looks at each line and paragraph by itself, at its field and at the report's year.

    It is given the filing without the texts in which it found nothing before; `optional` says whether optional
    rules are part of it.
    """
    memory, year = _memory_of(form), filing["year"].year

    def is_known(field: Field, text: str) -> bool:
        return memory.knows((field.id, year, optional, text))

    unknown = {field.id: _without(is_known, field, filing[field.id]) for field in form.texts}
    texts = [(name, value.place, value.text) for name, value in unknown.items() if value.text]
    texts += [(name, one.place, one.text) for name, value in unknown.items() for one in value.paragraphs]
    if not texts:
        return ()
    found = tuple(check(replace(filing, values={**filing.values, **unknown})))
    wrong = {finding.place for finding in found}
    for name, place, text in texts:
        if place not in wrong:
            memory.note((name, year, optional, text))
    return found


def _without(is_known: Callable[[Field, str], bool], field: Field, value: Value) -> Value:
    """Return what a field holds without the texts that are known."""
    if field.kind is Kind.PARAGRAPHS:
        left = tuple([paragraph for paragraph in value.paragraphs if not is_known(field, paragraph.text)])
        return Value(value.field, value.place, value.raw, value.state, left)
    return Value(value.field, value.place, value.raw, value.state) if is_known(field, value.text) else value
