"""Filings for tests: a sound one of any form, in which a test changes what it is about."""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal

from make_report.check import check_filing
from make_report.filing import Filing, Paragraph, State, Value
from make_report.finding import Finding, has_error
from make_report.form.equation import evaluate
from make_report.form.field import Field, Kind
from make_report.form.layout import layout_of
from make_report.form.model import Form
from make_report.place import Place
from make_report.record import replace

Given = str | int | Decimal | date | Sequence[str] | State | None

ORG = "某某市某某区民政局"
SENTENCE = (
    "本单位按规定主动公开信息，规范办理收到的申请，依法应对复议诉讼，做好信息管理、平台建设和监督保障，"
    "没有收取信息处理费，存在的问题不多，将继续改进工作。"
)
"""Long enough for every narrative, and with nothing in it that a check could stop at."""

LAST_YEARS_SENTENCE = (
    "按照条例，各类政府信息都在网站公布，依申请公开有专人承办，妥善处理行政复议和行政诉讼，文件定期清理，平台内容经常更新，"
    "监督、培训照计划进行；未发生收费。不足之处是解读偏少，下一步将增加图解。"
)
"""The same in other words: a text that is last year's is asked about."""


def last_years(form: Form, given: Mapping[str, Given] | None = None) -> Filing:
    """Return a sound filing of the year before, with narratives in other words."""
    texts: dict[str, Given] = {name: LAST_YEARS_SENTENCE for name, text in _sound(form).items() if text == SENTENCE}
    return filing(form, {**texts, **(given or {})})


def filing(form: Form, given: Mapping[str, Given] | None = None, *, zero: bool = True, source: str = "") -> Filing:
    """Return a filing of the form with the given contents by field id.

    Figures are given as int, Decimal or decimal text, narratives as text or a list of paragraphs, dates as date;
    None stands for a blank cell, State.UNREADABLE for one that could not be read.
    With zero, all else is filled in soundly: figures 0, unit, the form's first year, a sentence in each narrative;
    totals are left to the tool. Without, all else is blank.
    """
    contents: dict[str, Given] = {**(_sound(form) if zero else {}), **(given or {})}
    if unknown := contents.keys() - form.fields.keys():
        raise KeyError(*sorted(unknown))
    places = layout_of(form).places
    values = {name: _value(field, places[name], contents.get(name)) for name, field in form.fields.items()}
    return Filing(form.form_id, values, source)


def _sound(form: Form) -> dict[str, Given]:
    contents: dict[str, Given] = {}
    for field in form.fields.values():
        if field.kind is Kind.NUMBER and not field.computed:
            contents[field.id] = 0
        elif field.required and field.kind is Kind.YEAR:
            contents[field.id] = form.years.first
        elif field.required and field.kind is Kind.PARAGRAPHS:
            contents[field.id] = SENTENCE
        elif field.required and field.kind is Kind.TEXT:
            contents[field.id] = ORG
        elif field.required and field.kind is Kind.CHOICE:
            contents[field.id] = field.choices[0].id
        elif field.required and field.kind is Kind.DATE:
            contents[field.id] = date(form.years.first + 1, 1, 20)
    return contents


def _value(field: Field, place: Place, given: Given) -> Value:
    if given is None:
        blank = State.NOT_APPLICABLE if field.optional else State.EMPTY
        return Value(field.id, place, None, blank)
    if isinstance(given, State):
        return Value(field.id, place, "?", given)
    raw = str(given)
    if field.kind is Kind.PARAGRAPHS:
        texts = [given] if isinstance(given, str) else given
        assert isinstance(texts, Sequence)
        # A section's narrative has a cell for each paragraph; notes and texts of the first sheet have one cell.
        step = 1 if field.id == field.section else 0
        paragraphs = tuple(
            Paragraph(text, replace(place, row=place.row + step * number)) for number, text in enumerate(texts)
        )
        return Value(field.id, place, raw, State.READ, paragraphs)
    if field.kind is Kind.NUMBER:
        return Value(field.id, place, raw, State.READ, Decimal(raw))
    assert isinstance(given, str | int | date)
    return Value(field.id, place, raw, State.READ, given)


def totals(form: Form, whole: Filing) -> dict[str, Given]:
    """Return what staff would type over the formulas if they added up the filing's figures rightly."""
    entered = {name: value.number for name, value in whole.values.items() if value.number is not None}
    return dict(evaluate(form.entries_behind, entered))


def cell(form: Form, field: str) -> str:
    """Return sheet and address of a field, as `marks` shows them."""
    return str(layout_of(form).places[field])


def marks(findings: Iterable[Finding]) -> list[tuple[str, str]]:
    """Return code and place of each finding, after making sure that both its sentences can be said."""
    marked: list[tuple[str, str]] = []
    for finding in findings:
        for language in ("zh-CN", "en"):
            assert not re.search(r"\{[a-z_]*\}", finding.message(language) + finding.remedy(language))
        marked.append((finding.code, str(finding.place)))
    return marked


def errors(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the findings that forbid the report."""
    return tuple(finding for finding in findings if has_error([finding]))


def judged(form: Form, given: Mapping[str, Given] | None = None, *, source: str = "") -> list[tuple[str, str]]:
    """Return code and place of all findings about a sound filing with the given contents."""
    return marks(check_filing(form, filing(form, given, source=source)))
