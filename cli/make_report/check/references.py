"""N23: what stands in braces must be the name of a figure, and the figure must be there."""

import re
from collections.abc import Iterator

from make_report.catalogue import (
    N23_AS_TYPED,
    N23_BLANK,
    N23_BLANK_ENTRY,
    N23_DOUBLED,
    N23_NO_NAME,
    N23_NOT_OPENED,
    N23_OPEN,
    N23_SEVERAL,
    N23_SHARE_OF_NOTHING,
    N23_UNKNOWN,
    REFERENCE_SHEET,
)
from make_report.check.text import Passage, listed, passages, quoted
from make_report.filing import Filing, State
from make_report.finding import Finding
from make_report.form.field import Kind
from make_report.form.model import Form
from make_report.form.reference import Reference, is_separated
from make_report.form.suggestion import is_part_of_heading, suggested
from make_report.language import translate
from make_report.patterns import expression
from make_report.quoting import Quoting

_OPENED = expression(r"(?<![{｛])[{｛](?![{｛%#])([^{}｛｝]+)(?=[{｛]|$)")
"""A brace that is not closed, with what follows it."""
_CLOSED = expression(r"(?:^|[}｝])([^{}｛｝]+[}｝])(?![}｝])")
"""What stands before a brace that was not opened."""
_DOUBLED = expression(r"[{｛]{2}([^{}｛｝]{1,80})[}｝]{2}")
_LONGEST_NAME = 80
_MOST_CHOICES = 4
_SHOWN = 20
"""Characters quoted from a brace on that is not closed."""


def references(form: Form, filing: Filing) -> Iterator[Finding]:
    """Yield a finding for each reference that cannot be filled in, or that looks like one and is none.

    What resembles a name, a label of the form or a part of one is meant as a reference. Braces around anything else
    stay text: without a word if there is no Chinese in them, else with a warning.
    """
    quoting = Quoting(form, filing)
    for passage in passages(form, filing):
        if passage.field.kind is not Kind.PARAGRAPHS or not re.search("[{}｛｝]", passage.text):
            continue
        for braced, reference in quoting.references(passage.text):
            if quoting.content(reference) is None:
                yield from _not_filled_in(quoting, passage, reference, braced[1])
        yield from _uneven_braces(quoting, passage)


def _uneven_braces(quoting: Quoting, passage: Passage) -> Iterator[Finding]:
    """Yield a finding for each name with a brace too few or a pair of them too many."""
    for opened in _OPENED.finditer(passage.text):
        if begun := quoting.names.at_start(opened[1][:_LONGEST_NAME]):
            yield passage.finding(N23_OPEN, reference=opened[0][:_SHOWN], nearest=begun.braced)
    for closed in _CLOSED.finditer(passage.text):
        if ended := _at_end(quoting, closed[1][-_LONGEST_NAME:]):
            reference, nearest = ended
            yield passage.finding(N23_NOT_OPENED, reference=reference, nearest=nearest)
    for doubled in _DOUBLED.finditer(passage.text):
        if quoting.names.find(doubled[1]):
            yield passage.finding(N23_DOUBLED, doubled=quoted(doubled[0]), nearest=f"{{{doubled[1].strip()}}}")


def _at_end(quoting: Quoting, text: str) -> tuple[str, str] | None:
    """Return the longest name that stands before the last brace of a text, then in braces; None if there is none."""
    for start in range(len(text) - 2):
        if found := quoting.names.find(text[start:-1]):
            return text[start:].strip(), found[0].braced
    return None


def _not_filled_in(quoting: Quoting, passage: Passage, reference: Reference, name: str) -> Iterator[Finding]:
    typed, language = quoted(reference.typed), quoting.form.language
    if reference.is_clear:
        yield from _without_figure(quoting, passage, reference)
        return
    where = _where(quoting.form)
    for meanings in (reference.meanings, reference.bases):
        if len(meanings) > 1:
            choices = listed((quotable.braced for quotable in meanings[:_MOST_CHOICES]), language)
            yield passage.finding(N23_SEVERAL, reference=typed, choices=choices, where=where)
    if reference.meanings:
        return
    if nearest := suggested(quoting.names, name):
        names = listed(nearest[:_MOST_CHOICES], language)
        yield passage.finding(N23_UNKNOWN, reference=typed, nearest=names, where=where)
    elif is_separated(name) or is_part_of_heading(quoting.names, name):
        yield passage.finding(N23_NO_NAME, reference=typed, where=where)
    elif not name.isascii() and re.search(r"[^\W\d_]", name):
        yield passage.finding(N23_AS_TYPED, reference=typed, where=where)


def _without_figure(quoting: Quoting, passage: Passage, reference: Reference) -> Iterator[Finding]:
    """Yield a finding about what a clear reference quotes. What cannot be read has a finding of its own."""
    quotables = (*reference.meanings, *reference.bases)
    lacking = [value for quotable in quotables for value in quoting.lacking(quotable)]
    if any(value.state is State.UNREADABLE for value in lacking):
        return
    typed = quoted(reference.typed)
    if lacking:
        cells = listed(dict.fromkeys(str(value.place) for value in lacking), quoting.form.language)
        fields = [quoting.form.fields[value.field] for value in lacking]
        if all(field.kind is Kind.NUMBER for field in fields):
            yield passage.finding(N23_BLANK, reference=typed, cells=cells)
        else:
            label = listed(dict.fromkeys(field.label for field in fields), quoting.form.language)
            yield passage.finding(N23_BLANK_ENTRY, reference=typed, cells=cells, label=label)
    else:
        yield passage.finding(N23_SHARE_OF_NOTHING, reference=typed, base=reference.bases[0].name)


def _where(form: Form) -> str:
    return translate(REFERENCE_SHEET, form.language).format(sheet=form.references.sheet) if form.references else ""
