"""Data given as JSON (data.py) into what stands in each field of a form: all that is wrong with it at once."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from difflib import get_close_matches
from typing import cast

from make_report.data import FORM_KEY, WAIVERS_KEY
from make_report.errors import DataError
from make_report.filing import Entries, Waiver
from make_report.form.field import Field, Kind
from make_report.form.model import Form
from make_report.form.sheet import LONGEST_TEXT
from make_report.language import marked, translate
from make_report.nesting import DEEPEST_NESTING, nests_too_deep
from make_report.record import Record

MOST_PARAGRAPHS = 4_000
LARGEST_POWER = 300
"""Of ten; a spreadsheet holds figures up to the 308th."""

_NO_JSON = marked("This is no JSON: {reason}.")
_TOO_DEEP = marked("The data nests more than {limit} levels deep; that of a form has a few. Please check the file.")
_NO_OBJECT = marked("The data must be one JSON object.")
_TWICE = marked("{name}: this name stands twice.")
_UNKNOWN = marked("{name}: the form has no such field.")
_UNKNOWN_NEAREST = marked("{name}: the form has no such field. Did you mean {nearest}?")
_EXPECTED = marked("{name}: expected {expected}, found {found}.")
_TOO_LONG = marked("{name}: {count} characters; an Excel cell holds {limit} at most.")
_TOO_MANY = marked("{name}: {count} paragraphs; {limit} at most are read from a sheet.")
_TOO_LARGE = marked("{name}: the figure is too large for an Excel cell.")
_A_WAIVER = marked("an object with code, place, year and reason")
_BLANK: tuple[object, ...] = (None, "", [])
_EXPECTATIONS = {
    Kind.NUMBER: marked("a number"),
    Kind.TEXT: marked("a text"),
    Kind.PARAGRAPHS: marked("a list of paragraphs"),
    Kind.DATE: marked("a date as text, such as 2026-01-20"),
    Kind.YEAR: marked("a year as a number"),
    Kind.CHOICE: marked("one of the list's ids"),
}


class _Fault(Record):
    sentence: str
    operands: Mapping[str, object]


def parse_data(text: str, language: str) -> dict[str, object]:
    """Return the JSON object in a text, decimals exact. DataError, in the language, if it is none."""

    def unique(pairs: list[tuple[str, object]]) -> dict[str, object]:
        names = [name for name, _ in pairs]
        for name in names:
            if names.count(name) > 1:
                raise DataError(translate(_TWICE, language).format(name=name))
        return dict(pairs)

    try:
        data: object = json.loads(text, parse_float=Decimal, object_pairs_hook=unique)
        too_deep = nests_too_deep(data, _inner)
    except RecursionError:
        data, too_deep = None, True
    except ValueError as error:
        raise DataError(translate(_NO_JSON, language).format(reason=error)) from error
    if too_deep:
        raise DataError(translate(_TOO_DEEP, language).format(limit=DEEPEST_NESTING))
    if not isinstance(data, dict):
        raise DataError(translate(_NO_OBJECT, language))
    return cast("dict[str, object]", data)


def _inner(data: object) -> Iterable[object]:
    if isinstance(data, dict):
        return cast("dict[str, object]", data).values()
    return cast("list[object]", data) if isinstance(data, list) else ()


def entries_of(form: Form, data: Mapping[str, object], language: str) -> Entries:
    """Return what the data puts into each field of the form, by field id.

    A text given for a figure or a date stays a text, to be written into the cell as it is.
    DataError names every unknown field with the nearest known one, and every value of the wrong kind.
    """
    entries: dict[str, Decimal | int | str | date | tuple[str, ...]] = {}
    faults: list[_Fault] = []
    beside = {FORM_KEY, WAIVERS_KEY} if form.waivers else {FORM_KEY}
    given = {name: content for name, content in data.items() if name not in beside}
    for name, content in _leaves(form, given, ""):
        field = form.fields.get(name)
        if field is None:
            faults.append(_unknown(form, name))
        elif content in _BLANK:
            continue
        elif (entry := _entry(field, content)) is None:
            expected = translate(_EXPECTATIONS[field.kind], language)
            found = json.dumps(content, ensure_ascii=False, default=str)
            faults.append(_Fault(_EXPECTED, {"name": name, "expected": expected, "found": found}))
        elif isinstance(entry, tuple) and len(entry) > MOST_PARAGRAPHS:
            faults.append(_Fault(_TOO_MANY, {"name": name, "count": len(entry), "limit": MOST_PARAGRAPHS}))
        elif isinstance(entry, Decimal) and entry.adjusted() > LARGEST_POWER:
            faults.append(_Fault(_TOO_LARGE, {"name": name}))
        elif too_long := _too_long(entry):
            faults.append(_Fault(_TOO_LONG, {"name": name, "count": too_long, "limit": LONGEST_TEXT}))
        else:
            entries[name] = entry
    if faults:
        raise DataError("\n".join(translate(fault.sentence, language).format(**fault.operands) for fault in faults))
    return entries


def waivers_of(form: Form, data: Mapping[str, object], language: str) -> tuple[Waiver, ...]:
    """Return the findings that staff accept, in the order of the data. DataError if they are no list of such."""
    given = data.get(WAIVERS_KEY, ()) if form.waivers else ()
    if not isinstance(given, Sequence) or isinstance(given, str):
        given = (given,)
    waivers = [_waiver(row) for row in cast("Sequence[object]", given)]
    if None in waivers:
        number, row = waivers.index(None), cast("Sequence[object]", given)[waivers.index(None)]
        found = json.dumps(row, ensure_ascii=False, default=str)
        operands = {"name": f"{WAIVERS_KEY}.{number}", "expected": translate(_A_WAIVER, language), "found": found}
        raise DataError(translate(_EXPECTED, language).format(**operands))
    return tuple(waiver for waiver in waivers if waiver)


def _waiver(row: object) -> Waiver | None:
    if not isinstance(row, Mapping):
        return None
    content = cast("Mapping[str, object]", row)
    texts = [content.get(name, "") for name in ("code", "place", "reason")]
    year = content.get("year")
    if set(content) - {"code", "place", "year", "reason"} or isinstance(year, bool):
        return None
    if not isinstance(year, int | None) or not all(isinstance(text, str) for text in texts):
        return None
    code, target, reason = map(str, texts)
    return Waiver(code, target, year, reason)


def _leaves(form: Form, data: Mapping[str, object], above: str) -> Iterator[tuple[str, object]]:
    for name, content in data.items():
        path = f"{above}.{name}" if above else name
        is_group = any(known.startswith(f"{path}.") for known in form.fields)
        if isinstance(content, Mapping) and (is_group or path not in form.fields):
            inner = cast("Mapping[str, object]", content)
            yield from _leaves(form, inner, path) if inner or is_group else iter([(path, inner)])
        else:
            yield path, content


def _entry(field: Field, content: object) -> Decimal | int | str | date | tuple[str, ...] | None:
    if isinstance(content, bool):
        return None
    if isinstance(content, str):
        return _entry_from_text(field, content)
    if field.kind is Kind.NUMBER and isinstance(content, int | Decimal):
        return Decimal(content)
    if field.kind is Kind.YEAR and isinstance(content, int):
        return content
    if field.kind is Kind.PARAGRAPHS and isinstance(content, Sequence):
        lines = cast("Sequence[object]", content)
        texts = [line for line in lines if isinstance(line, str)]
        return _paragraphs(texts) if len(texts) == len(lines) else None
    return None


def _entry_from_text(field: Field, text: str) -> str | date | tuple[str, ...] | None:
    if field.kind is Kind.CHOICE:
        return next((choice.id for choice in field.choices if text in (choice.id, choice.label)), None)
    if field.kind is Kind.PARAGRAPHS:
        return _paragraphs([text])
    if field.kind is Kind.DATE:
        try:
            return date.fromisoformat(text)
        except ValueError:
            return text
    return text


def _paragraphs(texts: Sequence[str]) -> tuple[str, ...]:
    return tuple(line for text in texts for line in text.splitlines() if line.strip())


def _too_long(entry: object) -> int:
    texts = cast("tuple[object, ...]", entry) if isinstance(entry, tuple) else (entry,)
    longest = max((len(text) for text in texts if isinstance(text, str)), default=0)
    return longest if longest > LONGEST_TEXT else 0


def _unknown(form: Form, name: str) -> _Fault:
    nearest = get_close_matches(name, list(form.fields), n=1, cutoff=0.5)
    if not nearest:
        return _Fault(_UNKNOWN, {"name": name})
    return _Fault(_UNKNOWN_NEAREST, {"name": name, "nearest": nearest[0]})
