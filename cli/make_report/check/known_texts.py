"""Paragraphs that were found without fault before: what looks at each by itself need not look at them again.

The reports of one district share many: headings, legal phrases, “nothing else to report”.
"""

from collections.abc import Callable, Iterable

from make_report.filing import Filing, Value
from make_report.finding import Finding
from make_report.form.field import Kind
from make_report.form.model import Form
from make_report.record import replace
from make_report.remembered import remember

MOST_KNOWN = 4096
"""Paragraphs that are remembered; those that were not met for the longest time are forgotten."""
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
    """Return what a check finds that looks at each paragraph by itself, at its field and at the report's year.

    It is given the filing without the paragraphs in which it found nothing before; `optional` says whether optional
    rules are part of it.
    """
    memory, year = _memory_of(form), filing["year"].year
    unknown: dict[str, Value] = {}
    for field in form.texts:
        if field.kind is Kind.PARAGRAPHS:
            value = filing[field.id]
            left = tuple([one for one in value.paragraphs if not memory.knows((field.id, year, optional, one.text))])
            unknown[field.id] = Value(value.field, value.place, value.raw, value.state, left)
    found = tuple(check(replace(filing, values={**filing.values, **unknown})))
    wrong = {finding.place for finding in found}
    for name, value in unknown.items():
        for paragraph in value.paragraphs:
            if paragraph.place not in wrong:
                memory.note((name, year, optional, paragraph.text))
    return found
