"""What is said when this year's workbook is made from last year's report: its faults, and what it could not give."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from make_report.catalogue import SEPARATOR
from make_report.check import LastYear, accepted, check_filing, told_once
from make_report.check.carried import not_carried_from
from make_report.filing import Entries, State
from make_report.finding import Finding, Severity, in_order
from make_report.form.layout import layout_of
from make_report.form.model import Form
from make_report.language import marked, translate
from make_report.place import Place, areas

if TYPE_CHECKING:
    from make_report.form.field import Field

_ERRORS = marked(
    "Please note: {name} itself has {count} errors (`make-report check` lists them). What follows from its figures was "
    "filled in as it stands there; correct it first, and make this workbook anew, if one of these figures is wrong."
)
_NOT_CARRIED = marked(
    "Blank or not readable in {name}: {sources}. What follows from them was not filled in and not locked; please fill "
    "in yourself: {cells}."
)
_NOT_PRINTED = marked("A Word report does not say all: please fill in yourself what there is of {labels}.")


def notes_on(last_year: LastYear, errors: Iterable[Finding], language: str) -> Iterator[str]:
    """Yield how many errors last year's report has, nothing if it has none; `errors` are those of its reading."""
    form, filing = last_year.form, last_year.filing
    found = told_once(in_order((*errors, *check_filing(form, filing))))
    wrong = [one for one in accepted(form, filing, found) if one.severity is Severity.ERROR and not one.accepted]
    if wrong:
        yield translate(_ERRORS, language).format(name=filing.source, count=len(wrong))


def notes_on_gaps(form: Form, last_year: LastYear, language: str) -> Iterator[str]:
    """Yield which figures last year's report could not give, and where they are filled in.

    What last year's form allows to be blank, and is, is no gap.
    """
    gaps: list[tuple[Field, tuple[Place, ...]]] = []
    for field, source in not_carried_from(form, last_year):
        values = [(one, last_year.filing[one.id]) for one in source]
        unread = tuple(value.place for _, value in values if value.state is not State.READ)
        if not all(one.optional and value.state is not State.UNREADABLE for one, value in values):
            gaps.append((field, unread))
    if gaps:
        places = layout_of(form).places
        sources = _shown((place for _, unread in gaps for place in unread), language)
        cells = _shown((places[field.id] for field, _ in gaps), language)
        sentence = translate(_NOT_CARRIED, language)
        yield sentence.format(name=last_year.filing.source, sources=sources, cells=cells)


def note_on_print(form: Form, entries: Entries, language: str) -> Iterator[str]:
    """Yield which fields that stay the same are not in a Word report."""
    labels = [form.fields[one.id].label for one in form.cover.fields if one.kept and one.id not in entries]
    if labels:
        yield translate(_NOT_PRINTED, language).format(labels=translate(SEPARATOR, language).join(labels))


def _shown(places: Iterable[Place], language: str) -> str:
    """Return cells of several sheets as Excel shows them, neighbours as ranges."""
    by_sheet = groupby(sorted(set(places)), key=lambda place: place.sheet)
    words = [f"{sheet} {area}" for sheet, cells in by_sheet for area in areas(cells)]
    return translate(SEPARATOR, language).join(words)
