"""Workbooks for batches: small, of one form, each of its own unit."""

from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

from make_report.form.field import Kind
from make_report.form.library import Library
from make_report.form.model import Form
from make_report.office.kit import Kit
from make_report.office.work import Order, Wish
from make_report.resources import shipped_templates
from make_report.workbook.writing.blank import standard_workbook
from tests.filings import SENTENCE

if TYPE_CHECKING:
    from make_report.filing import Entry

LIBRARY = Library((shipped_templates(),), "en")
FORM: Form = LIBRARY.form("zfxxgk-2021")


def kit() -> Kit:
    """Return a kit of the shipped forms."""
    return Kit(LIBRARY)


def sound_workbook(unit: str) -> bytes:
    """Return a workbook of the unit without errors: all figures 0."""
    entries: dict[str, Entry] = {}
    for field in FORM.fields.values():
        if field.kind is Kind.NUMBER and not field.computed:
            entries[field.id] = Decimal(0)
        elif field.kind is Kind.PARAGRAPHS and field.required:
            entries[field.id] = (SENTENCE,)
    return standard_workbook(FORM, {**entries, "year": FORM.years.first, "org": unit})


def orders(names: Sequence[str], content: bytes = b"") -> list[tuple[Order, None]]:
    """Return an order for each name, all with the same content."""
    return [(Order(name, name, content, Wish()), None) for name in names]


def reports(folder: Path) -> dict[str, bytes]:
    """Return the reports in a folder by name."""
    return {path.name: path.read_bytes() for path in folder.glob("*.docx")}
