"""This year's workbook from last year's report: what stays the same is in it, what follows is filled in and locked."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

from make_report.catalogue import SEPARATOR
from make_report.check import LastYear
from make_report.check.carried import Carried, carried_from
from make_report.check.structure import stands_alone
from make_report.check.text import folded, without_spaces
from make_report.errors import UsageError
from make_report.filing import Entries, HandedDown
from make_report.finding import show_number
from make_report.form.following import Stock
from make_report.form.library import Library
from make_report.form.model import Form, Section
from make_report.language import marked, translate
from make_report.next_year_notes import note_on_print, notes_on, notes_on_gaps
from make_report.previous import read_previous, was_printed
from make_report.quoting import filled_in
from make_report.record import Record
from make_report.workbook.writing.blank import standard_workbook

_NOT_THE_NEXT = marked("{name} is the report of {last}: the workbook made from it is for {expected}, not for {year}.")
_LOCKED = marked(
    "Last year's report, “{source}”: {last}. It is locked so that both reports agree. If it must differ: Review, "
    "Unprotect Sheet (no password), and write down the reason."
)
_STOCK = marked(
    "Last year's report, “{source}”: {last}{steps}. Calculated and locked. If the true figure is another{exceptions}: "
    "Review, Unprotect Sheet (no password), type it over{reason}."
)
_REASON = marked(", and give the reason on “{sheet}” under {code}")
_EXCEPTIONS = marked(" ({exceptions})")
_OTHER_HEADINGS = marked(
    "“{sheet}”: last year's own headings stand again. These official ones are not among them: {headings}. Please "
    "correct a heading, or add what is missing."
)
_PLUS, _ADDED, _TAKEN = marked("+"), marked("+{term}"), marked("-{term}")


class NextYear(Record):
    """A workbook for the year after a report."""

    form: Form
    entries: Entries
    workbook: bytes
    notes: tuple[str, ...] = ()
    """What is to be said about last year's report, in the user's language."""


def next_year(path: Path, library: Library, form_id: str | None, year: int | None, org: str | None) -> NextYear:
    """Return this year's workbook, made from last year's report. UsageError if that is not of the year before."""
    last_year, errors = read_previous(path, library)
    last = last_year.filing["year"].year or 0
    if year is not None and year != last + 1:
        sentence = translate(_NOT_THE_NEXT, library.language)
        raise UsageError(sentence.format(name=path.name, last=last, expected=last + 1, year=year))
    form = library.form(form_id) if form_id else _form_after(last_year.form, last + 1, library)
    carried = list(carried_from(form, last_year))
    entries = {
        **_kept(form, last_year),
        **{one.field.id: one.last for one in carried if not one.stock},
        "year": last + 1,
        **({"org": org} if org else {}),
    }
    handed_down = _handed_down(form, last_year, carried)
    printed = was_printed(path, library)
    notes = (
        *notes_on(last_year, errors, library.language),
        *notes_on_gaps(form, last_year, library.language),
        *_notes_on_headings(form, handed_down, library.language),
        *(note_on_print(form, entries, library.language) if printed else ()),
    )
    return NextYear(form, entries, standard_workbook(form, entries, handed_down), notes)


def _form_after(form: Form, year: int, library: Library) -> Form:
    if year in form.years:
        return form
    return library.form(form.successor) if form.successor else library.form_for_year(year)


def _kept(form: Form, last_year: LastYear) -> dict[str, Decimal | int | str | date | tuple[str, ...]]:
    """Return what the form says to be the same next year, as far as last year's report has it."""
    entries: dict[str, Decimal | int | str | date | tuple[str, ...]] = {}
    for declared in form.cover.fields:
        value = last_year.filing[declared.id]
        if declared.kept and value.paragraphs:
            entries[declared.id] = tuple(paragraph.text for paragraph in value.paragraphs)
        elif declared.kept and value.text:
            entries[declared.id] = value.text
    return entries


def _handed_down(form: Form, last_year: LastYear, carried: list[Carried]) -> HandedDown:
    # Last year's texts are read as they were printed, with last year's figures.
    printed = filled_in(last_year.form, last_year.filing)
    texts = {
        section.id: tuple(paragraph.text for paragraph in printed[section.id].paragraphs)
        for section in form.sections
        if section.narrative and section.id in last_year.form.fields
    }
    return HandedDown(
        prompts={one.field.id: _prompt(one, form) for one in carried},
        locked=frozenset(one.field.id for one in carried),
        stocks={one.field.id: one.last for one in carried if one.stock},
        texts=texts,
        headings={
            section.id: headings
            for section in form.sections
            if section.id in texts and (headings := _headings(section, texts[section.id]))
        },
    )


def _prompt(carried: Carried, form: Form) -> str:
    source = translate(_PLUS, form.language).join(field.label for field in carried.source)
    operands = {"source": source, "last": show_number(carried.last)}
    if not carried.stock:
        return translate(_LOCKED, form.language).format(**operands)
    return translate(_STOCK, form.language).format(**operands, **_stock_operands(carried.stock, form))


def _stock_operands(stock: Stock, form: Form) -> dict[str, str]:
    """Return what this year adds and takes away, what may make it another figure, and where to give the reason."""
    language, rule = form.language, stock.rule
    steps = [
        translate(sign, language).format(term=(field.column_label if rule.each == "row" else "") or field.label)
        for sign, fields in ((_ADDED, stock.plus), (_TAKEN, stock.minus))
        for field in fields
    ]
    exceptions = translate(_EXCEPTIONS, language).format(exceptions=rule.exceptions) if rule.exceptions else ""
    reason = translate(_REASON, language).format(sheet=form.waivers.sheet, code=rule.code) if form.waivers else ""
    return {"steps": "".join(steps), "exceptions": exceptions, "reason": reason}


def _headings(section: Section, texts: tuple[str, ...]) -> frozenset[int]:
    """Return which of last year's paragraphs are headings that stand again.

    All that stand alone, if any is of the level of the prescribed ones; else none, and the prescribed ones stand.
    """
    narrative = section.narrative
    if narrative is None:
        return frozenset()
    alone = {number: _plain(text) for number, text in enumerate(texts) if stands_alone(text, narrative)}
    levels = {_plain(heading)[:1] for heading in narrative.headings}
    same_level = not levels or any(text[:1] in levels for text in alone.values())
    return frozenset(alone) if same_level else frozenset()


def _notes_on_headings(form: Form, handed_down: HandedDown, language: str) -> Iterator[str]:
    """Yield for each text that keeps last year's headings which prescribed ones are not among them."""
    for section in form.sections:
        kept = handed_down.headings.get(section.id)
        if not kept or not section.narrative:
            continue
        headings = [_plain(handed_down.texts[section.id][number]) for number in kept]
        missing = [
            one for one in section.narrative.headings if not any(text.startswith(_plain(one)) for text in headings)
        ]
        if missing:
            names = translate(SEPARATOR, language).join(missing)
            yield translate(_OTHER_HEADINGS, language).format(sheet=section.sheet, headings=names)


def _plain(text: str) -> str:
    return folded(without_spaces(text))
