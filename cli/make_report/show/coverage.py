"""What guards each figure of a form, and what no rule guards, said to the author of a form."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from make_report.form.field import Field, Kind
from make_report.form.layout import layout_of
from make_report.form.model import Form
from make_report.guards import Guards
from make_report.language import marked, translate

_WHAT = marked(
    "Each figure of a balanced filing was changed by one, up and down: once with all totals left to the formulas, as "
    "the workbook is meant to be filled in, and once with all totals typed."
)
_ALWAYS = marked("{section}: every change of {count} figures is noticed in both cases ({codes}).")
_TOTALS = marked("{section}: {count} totals are calculated; where one is typed, every change is noticed ({codes}).")
_TYPED = marked(
    "{section}: every change of {count} figures is noticed where the totals are typed ({codes}). A calculated total "
    "agrees with whatever is entered; then it is noticed as follows:"
)
_UNSEEN = marked("{section}: of {count} figures a change is noticed as follows, if at all:")
_STATED = marked("where the text states it: {codes}")
_LAST_YEAR = marked("with last year's report: {codes}")
_NOT_AT_ALL = marked("not at all")
_SEPARATOR = marked(", ")
_JOINED = marked("{first}; {second}")
_SUM = marked(
    "Of {count} figures that staff enter {always} are guarded in any case, {typed} where the totals are typed, {other} "
    "where the text states them or last year's report is given, and {none} by no rule."
)
_NOTHING = marked("All {count} figures that staff enter are guarded in any case.")
_TEXTS = marked(
    "The text guards a figure only in words that the rules know. Every figure is checked against its limits; whether "
    "it is right only the office knows. Texts are read by the rules about texts; whether they are true no rule can "
    "know."
)


def coverage_as_text(form: Form, guards: Guards, language: str) -> str:
    """Return what guards the figures, section by section, and how many are guarded in which case."""
    numbers = [field for field in form.fields.values() if field.kind is Kind.NUMBER]
    sections = [
        line
        for section, fields in groupby(numbers, key=lambda field: field.section)
        for line in _section(form, form.section(section).heading, tuple(fields), guards, language)
    ]
    lines = [f"{form.form_id}  {form.name}", translate(_WHAT, language), "", *sections, ""]
    return "\n".join([*lines, *_summary([field for field in numbers if not field.computed], guards, language)])


def _section(form: Form, heading: str, fields: Sequence[Field], guards: Guards, language: str) -> Iterator[str]:
    entries = [field for field in fields if not field.computed]
    groups = (
        (_ALWAYS, [field for field in entries if guards.always(field)], False),
        (_TOTALS, [field for field in fields if field.computed and guards.typed[field.id]], False),
        (_TYPED, [field for field in entries if guards.only_typed(field)], True),
        (_UNSEEN, [field for field in fields if not guards.typed[field.id]], True),
    )
    for sentence, group, one_by_one in groups:
        if not group:
            continue
        codes = _listed((code for field in group for code in guards.typed[field.id]), language)
        yield translate(sentence, language).format(section=heading, count=len(group), codes=codes)
        if one_by_one:
            yield from (_line(form, field, guards, language) for field in group)


def _line(form: Form, field: Field, guards: Guards, language: str) -> str:
    ways = ((_STATED, guards.stated), (_LAST_YEAR, guards.last_year))
    said = [
        translate(sentence, language).format(codes=_listed(found, language))
        for sentence, codes in ways
        if (found := codes.get(field.id))
    ]
    if len(said) > 1:
        said = [translate(_JOINED, language).format(first=said[0], second=said[1])]
    how = said[0] if said else translate(_NOT_AT_ALL, language)
    return f"  {layout_of(form).places[field.id]} {field.label}  ({how})"


def _summary(entries: Sequence[Field], guards: Guards, language: str) -> Iterator[str]:
    count = len(entries)
    always, typed = (sum(map(among, entries)) for among in (guards.always, guards.only_typed))
    if always == count:
        yield translate(_NOTHING, language).format(count=count)
        return
    unseen = [field for field in entries if not guards.typed[field.id]]
    other = sum(map(guards.otherwise, unseen))
    operands = {"count": count, "always": always, "typed": typed, "other": other, "none": len(unseen) - other}
    yield translate(_SUM, language).format(**operands)
    yield translate(_TEXTS, language)


def _listed(codes: Iterable[str], language: str) -> str:
    return translate(_SEPARATOR, language).join(sorted({*codes}))
