"""What texts quote, filled in: a reference such as {本年新收.总计} becomes the figure as the report prints it.

What is filled in is text and is never read again, neither as a reference nor as a template.
"""

import re
from collections.abc import Iterator, Mapping
from decimal import ROUND_HALF_UP, Decimal
from functools import cached_property
from typing import TYPE_CHECKING

from make_report.filing import Filing, Paragraph, State, Value
from make_report.finding import show_number
from make_report.form.field import Kind
from make_report.form.model import Form
from make_report.printed import figures_of, printed_date, signed_figure
from make_report.record import Record, replace

if TYPE_CHECKING:
    from make_report.form.quotable import Quotable
    from make_report.form.reference import Names, Reference

_BRACES = ("{", "｛")
_SHARE_STEP = Decimal("0.01")


class Quoting(Record):
    """The names of a form beside a filing: what each reference is filled in with."""

    form: Form
    filing: Filing

    @cached_property
    def names(self) -> "Names":
        """The names of the form."""
        from make_report.form.reference import Names  # noqa: PLC0415 - few texts quote anything

        return Names(self.form)

    def references(self, text: str) -> Iterator[tuple[re.Match[str], "Reference"]]:
        """Yield everything in single braces with what it refers to."""
        from make_report.form.reference import BRACED  # noqa: PLC0415 - the same

        for braced in BRACED.finditer(text):
            yield braced, self.names.reference(braced)

    def filled(self, text: str) -> str:
        """Return the text with its references filled in; what cannot be filled in stays as it was typed."""
        pieces: list[str] = []
        end = 0
        for braced, reference in self.references(text):
            pieces += [text[end : braced.start()], self.content(reference) or reference.typed]
            end = braced.end()
        return "".join((*pieces, text[end:]))

    def content(self, reference: "Reference") -> str | None:
        """Return what a reference is filled in with, None if it has no clear meaning or its figure is not known."""
        if not reference.is_clear:
            return None
        (quoted,) = reference.meanings
        if not reference.bases:
            return self._printed(quoted)
        whole, part = self._number(reference.bases[0]), self._number(quoted)
        if not whole or part is None:
            return None
        return show_number((100 * part / whole).quantize(_SHARE_STEP, ROUND_HALF_UP)) + "%"

    def lacking(self, quoted: "Quotable") -> tuple[Value, ...]:
        """Return the cells without which nothing can be quoted: those left blank, and those that cannot be read."""
        entries = dict.fromkeys(entry for field in quoted.fields for entry in self._entries(field.id))
        values = [self.filing[entry] for entry in entries]
        unread = tuple(value for value in values if value.state is not State.READ)
        if any(value.state is State.UNREADABLE for value in unread) or len(unread) == len(values):
            return unread
        return tuple(value for value in unread if value.state is State.EMPTY)

    def _entries(self, field: str, above: frozenset[str] = frozenset()) -> Iterator[str]:
        """Yield the cells that staff fill for a figure: its own, or those from which it is calculated."""
        if field not in self.form.defining or self.filing[field].state not in (State.EMPTY, State.NOT_APPLICABLE):
            yield field
        elif field not in above:
            for term in self.form.defining[field].left:
                yield from self._entries(term.id, above | {field})

    def _printed(self, quoted: "Quotable") -> str | None:
        field = quoted.fields[0]
        if field.kind is Kind.NUMBER:
            number = self._number(quoted)
            return None if number is None else signed_figure(field, number)
        value = self.filing[field.id]
        if value.date:
            return printed_date(value.date, self.form.language)
        return value.text or (None if value.year is None else str(value.year))

    def _number(self, quoted: "Quotable") -> Decimal | None:
        if self.lacking(quoted):
            return None
        return sum((self._figures.get(field.id, Decimal(0)) for field in quoted.fields), Decimal(0))

    @cached_property
    def _figures(self) -> Mapping[str, Decimal]:
        return figures_of(self.form, self.filing)


def filled_in(form: Form, filing: Filing) -> Filing:
    """Return the filing with all references in its paragraphs filled in; each paragraph keeps its place."""
    quoting = Quoting(form, filing)
    typed = {field.id: filing[field.id] for field in form.texts}
    values = {
        name: replace(value, content=tuple(_filled(quoting, paragraph) for paragraph in value.paragraphs))
        for name, value in typed.items()
        if any(brace in paragraph.text for paragraph in value.paragraphs for brace in _BRACES)
    }
    return replace(filing, values={**filing.values, **values}) if values else filing


def _filled(quoting: Quoting, paragraph: Paragraph) -> Paragraph:
    return replace(paragraph, text=quoting.filled(paragraph.text))
