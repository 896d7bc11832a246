"""Checks as an author of forms and a clerk read about them: what each says, when it speaks and when it does not."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from make_report import catalogue
from make_report.catalogue_examples import EXPLAINED
from make_report.finding import Severity
from make_report.form.field import Kind
from make_report.form.model import EquationDeclaration, Form, NumberType
from make_report.form.rule import Rule
from make_report.form.vocabulary import Example
from make_report.language import marked, translate
from make_report.patterns import expression
from make_report.record import Record

_SUM, _LIMIT = marked("a sum that must come out"), marked("a limit between sums")
_TYPE, _STANDARD = marked("a limit for figures"), marked("holds for every form")
_GAP = "…"
_LONGEST = 90
"""Characters of a text in an example that are shown."""
_CUT = marked("{start}… ({count} characters in all)")
_RELATIONS = {
    "=": (catalogue.EQUATION, catalogue.EQUATION_SCOPED),
    "<=": (catalogue.AT_MOST, catalogue.AT_MOST_SCOPED),
    ">=": (catalogue.AT_LEAST, catalogue.AT_LEAST_SCOPED),
}
_LAST_YEAR = "last_year."
_LAST_YEARS = marked("last year's {label}")
_PAIR, SEPARATOR = marked("{name}: {content}"), marked("; ")
_SAMPLE_YEAR = 2025
"""The report year in examples, the same for all forms."""
_YEAR = expression(r"\{year([+-]\d)?\}")


class Described(Record):
    """One thing that a check says. Operands of its sentences stand as gaps."""

    code: str
    severity: Severity
    waivable: bool
    optional: bool
    name: str
    kind: str
    message: str
    remedy: str
    bad: str
    good: str
    source: str


def of_every_form(language: str) -> Iterator[Described]:
    """Yield the checks that hold for every form."""
    for one in EXPLAINED:
        check = one.check
        yield Described(
            code=check.code,
            severity=check.severity,
            waivable=check.waivable,
            optional=False,
            name="",
            kind=translate(_STANDARD, language),
            message=said(translate(check.sentence, language)),
            remedy=said(translate(check.remedy, language)),
            bad=translate(one.bad, language),
            good=translate(one.good, language),
            source=translate(one.source, language),
        )


def of_form(form: Form, language: str) -> Iterator[Described]:
    """Yield the checks that a form declares: the limits of its figures, its equations, its rules."""
    for declared in form.types:
        yield from _of_type(declared, form, language)
    for equation in form.equations:
        yield _of_equation(equation, form, language)
    for rule in form.rules:
        yield _of_rule(rule, form, language)


def _of_type(declared: NumberType, form: Form, language: str) -> Iterator[Described]:
    """Yield a row for each limit of a type, with the sections whose figures it holds for."""
    sections = dict.fromkeys(field.section for field in form.fields.values() if field.type == declared)
    where = ", ".join(form.section(section).heading for section in sections)
    operands = {"minimum": str(declared.minimum or 0), "decimals": str(declared.decimals or 0)}
    for sentence, bad, good in _limits(declared):
        yield Described(
            code=declared.code,
            severity=Severity.ERROR,
            waivable=False,
            optional=False,
            name="",
            kind=translate(_TYPE, language),
            message=said(translate(sentence, form.language), operands),
            remedy=said(translate(catalogue.LIMIT_REMEDIES[sentence], form.language), operands),
            bad=pair(where, translate(SEPARATOR, form.language).join(bad), form.language),
            good=pair(where, good, form.language),
            source=declared.source,
        )


def _limits(declared: NumberType) -> Iterator[tuple[str, tuple[str, ...], str]]:
    """Yield the sentence about each limit of a type, figures that break it, and one that does not."""
    if declared.integer and declared.minimum is not None:
        yield catalogue.LIMIT_INTEGER, (f"{declared.minimum - 1}", f"{declared.minimum}.5"), str(declared.minimum)
    elif declared.integer:
        yield (catalogue.LIMIT_SIGNED if declared.signs else catalogue.LIMIT_WHOLE), ("1.5",), "-8"
    elif declared.minimum is not None:
        yield catalogue.LIMIT_MINIMUM, (f"{declared.minimum - 1}",), f"{declared.minimum}.5"
    if declared.decimals is not None and not declared.integer:
        yield catalogue.LIMIT_DECIMALS, (f"0.{'1' * (declared.decimals + 1)}",), f"0.{'1' * declared.decimals}"


def _of_equation(declared: EquationDeclaration, form: Form, language: str) -> Described:
    plain, scoped = _RELATIONS[declared.relation]
    sentence = declared.message or translate(scoped if declared.each != "table" else plain, form.language)
    computes = any(equation.computes for equation in form.sums if equation.declaration == declared)
    standard = catalogue.TOTAL_REMEDY if computes else catalogue.EQUATION_REMEDY
    names = {"left_name": declared.left_name, "right_name": declared.right_name}
    return Described(
        code=declared.code,
        severity=catalogue.severity(declared.severity),
        waivable=False,
        optional=False,
        name=declared.name,
        kind=translate(_SUM if declared.relation == "=" else _LIMIT, language),
        message=said(sentence, names),
        remedy=said(declared.remedy or translate(standard, form.language)),
        bad=shown_example(declared.bad, form),
        good=shown_example(declared.good, form),
        source=declared.source,
    )


def _of_rule(rule: Rule, form: Form, language: str) -> Described:
    return Described(
        code=rule.code,
        severity=catalogue.severity(rule.severity),
        waivable=rule.waivable,
        optional=rule.optional,
        name="",
        kind=pair(f"`{rule.rule}`", translate(kind_sentence(type(rule)), language), language),
        message=said(rule.message),
        remedy=said(rule.remedy),
        bad=shown_example(rule.bad, form),
        good=shown_example(rule.good, form),
        source=rule.source,
    )


def kind_sentence(kind: type) -> str:
    """Return in one sentence what a kind of rule says: the beginning of its docstring, which is translated too."""
    first = (kind.__doc__ or "").split("\n\n", maxsplit=1)[0]
    return " ".join(first.split())


class _Gap(str):
    """Stands for an operand, however it is to be formatted."""

    __slots__ = ()

    def __format__(self, specification: str, /) -> str:
        return str(self)


class _Gaps(dict[str, str]):
    """Operands of a sentence; those that are not known are gaps."""

    def __missing__(self, _name: str) -> str:
        return _Gap(_GAP)


def said(sentence: str, operands: Mapping[str, str] | None = None) -> str:
    """Return a sentence with gaps where the operands stand that are not given."""
    given = {name: _Gap(value) for name, value in (operands or {}).items() if value}
    return sentence.format_map(_Gaps(given))


def pair(name: str, content: str, language: str) -> str:
    """Return a name and what it holds in one line."""
    return translate(_PAIR, language).format(name=name, content=content)


def shown_example(example: Example | None, form: Form) -> str:
    """Return an example's contents by the labels of its fields."""
    pairs = (
        pair(_label(name, form), _content(name, content, form), form.language)
        for name, content in (example or {}).items()
    )
    return translate(SEPARATOR, form.language).join(pairs)


def _label(name: str, form: Form) -> str:
    label = form.fields[name.removeprefix(_LAST_YEAR)].label
    return translate(_LAST_YEARS, form.language).format(label=label) if name.startswith(_LAST_YEAR) else label


def _content(name: str, content: str | int | Decimal | tuple[str, ...], form: Form) -> str:
    field = form.fields[name.removeprefix(_LAST_YEAR)]
    text = content if isinstance(content, str) else " / ".join(content) if isinstance(content, tuple) else str(content)
    if field.kind is Kind.CHOICE:
        return next((choice.label for choice in field.choices if choice.id == text), text)
    year = _SAMPLE_YEAR - name.startswith(_LAST_YEAR)
    text = _YEAR.sub(lambda found: str(year + int(found[1] or 0)), text)
    if len(text) <= _LONGEST:
        return text
    count = len("".join(content if isinstance(content, tuple) else text).replace(" ", ""))
    return translate(_CUT, form.language).format(start=text[:_LONGEST], count=count)
