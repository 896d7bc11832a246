"""Texts that were found without fault before: what looks at them by themselves need not look again.

The reports of one district share many: headings, legal phrases, “nothing else to report”, whole parts that were copied.
"""

from collections.abc import Callable, Iterable

from make_report.filing import Content, Filing, Value
from make_report.finding import Finding
from make_report.form.field import Field, Kind
from make_report.form.model import Form
from make_report.place import Place
from make_report.record import replace
from make_report.remembered import Recent, remember

MOST_KNOWN = 4096
"""Texts that are remembered; those that were not met for the longest time are forgotten."""
_Text = str | tuple[str, ...]
"""A line or paragraph, or all the paragraphs of a field."""
_Key = tuple[str, int | None, bool, bool, _Text]
"""Field, year, how it was looked at, whether optional rules were asked for, and text: all that such rules look at."""
Check = Callable[[Filing], Iterable[Finding]]


@remember(4)
def _known_of(_: Form) -> Recent[_Key, bool]:
    """Return what is known of a form's texts."""
    return Recent(MOST_KNOWN)


def found_in_unknown(form: Form, filing: Filing, check: Check, *, whole: bool, optional: bool) -> tuple[Finding, ...]:
    """Return what a check finds that looks at each text by itself, at its field and at the report's year.

    It looks at each line and paragraph by itself, or at the paragraphs of a field as a `whole`, and finds nothing where
    there are none. It is given the filing without those in which it found nothing before; `optional` says whether
    optional rules are part of it.
    """
    known, year = _known_of(form), filing["year"].year
    unknown: dict[str, Value] = {}
    looked_at: list[tuple[_Key, tuple[Place, ...]]] = []

    def left_of(field: Field, text: _Text, content: Content, *places: Place) -> Content:
        key = field.id, year, whole, optional, text
        if not text or known.get(key):
            return None
        looked_at.append((key, places))
        return content

    for field in form.texts:
        value = filing[field.id]
        if field.kind is not Kind.PARAGRAPHS:
            left = left_of(field, value.text, value.text, value.place)
        elif whole:
            texts, places = tuple([one.text for one in value.paragraphs]), [one.place for one in value.paragraphs]
            left = left_of(field, texts, value.paragraphs, value.place, *places)
        else:
            left = tuple([one for one in value.paragraphs if left_of(field, one.text, (one,), one.place)])
        unknown[field.id] = Value(value.field, value.place, value.raw, value.state, left)
    if not looked_at:
        return ()
    found = tuple(check(replace(filing, values={**filing.values, **unknown})))
    wrong = {finding.place for finding in found}
    for key, places in looked_at:
        if wrong.isdisjoint(places):
            known.keep(key, True)  # noqa: FBT003 - the answer
    return found
