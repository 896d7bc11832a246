"""What no rule guards, said to the author of a form."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from make_report.form.field import Field, Kind
from make_report.form.layout import layout_of
from make_report.form.model import Form, Section
from make_report.language import marked, translate

Codes = Mapping[str, frozenset[str]]
"""The codes of the rules that notice a change, by field id."""

_WHAT = marked("Each figure of a balanced filing, totals typed, was changed by one, up and down.")
_ALL = marked("{section}: a rule notices every change of the {count} figures ({codes}).")
_SOME = marked("{section}: of {count} figures {unseen} can change by one and no rule notices:")
_NOTICED = marked("with last year's report: {codes}")
_SUM = marked("{unseen} of {count} figures are guarded by no rule; with last year's report it is {left}.")
_NOTHING = marked("All {count} figures are guarded.")
_TEXTS = marked(
    "Such figures are checked against their limits and, where the text states them, against the text; whether they are "
    "right only the office knows. Texts are read by the rules about texts; whether they are true no rule can know."
)


def coverage_as_text(form: Form, alone: Codes, compared: Codes, language: str) -> str:
    """Return the figures that no rule guards, section by section, and which of them last year's report guards."""

    def say(sentence: str, **operands: object) -> str:
        return translate(sentence, language).format(**operands)

    unseen = [name for name, codes in alone.items() if not codes]
    left = sum(not compared[name] for name in unseen)
    lines = [f"{form.form_id}  {form.name}", say(_WHAT), "", *_sections(form, alone, compared, language), ""]
    if unseen:
        lines += [say(_SUM, unseen=len(unseen), count=len(alone), left=left), say(_TEXTS)]
    else:
        lines += [say(_NOTHING, count=len(alone))]
    return "\n".join(lines)


def _sections(form: Form, alone: Codes, compared: Codes, language: str) -> Iterator[str]:
    numbers = (field for field in form.fields.values() if field.kind is Kind.NUMBER)
    for section_id, fields in groupby(numbers, key=lambda field: field.section):
        yield from _section(form, form.section(section_id), tuple(fields), (alone, compared), language)


def _section(
    form: Form, section: Section, fields: Sequence[Field], found: tuple[Codes, Codes], language: str
) -> Iterator[str]:
    alone, compared = found
    unseen = [field for field in fields if not alone[field.id]]
    operands = {"section": section.heading, "count": len(fields), "unseen": len(unseen)}
    if not unseen:
        codes = _listed(frozenset[str]().union(*(alone[field.id] for field in fields)))
        yield translate(_ALL, language).format(**operands, codes=codes)
        return
    yield translate(_SOME, language).format(**operands)
    places = layout_of(form).places
    for field in unseen:
        codes = _listed(compared[field.id])
        noticed = f"  ({translate(_NOTICED, language).format(codes=codes)})" if codes else ""
        yield f"  {places[field.id]} {field.label}{noticed}"


def _listed(codes: frozenset[str]) -> str:
    return ", ".join(sorted(codes))
