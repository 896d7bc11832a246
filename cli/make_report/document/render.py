"""A Word template and a filing into the report, by docxtpl under strict settings.

Text from a cell is never a template and never markup: every value is written as a code that neither Jinja nor XML nor
docxtpl can take for its own (escape.py), and decoded in the finished document.
"""

import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from difflib import get_close_matches
from typing import Any, cast

from docx.opc.exceptions import PackageNotFoundError
from docxtpl import DocxTemplate  # pyright: ignore[reportMissingTypeStubs] - it has annotations, but no py.typed
from jinja2 import StrictUndefined, TemplateSyntaxError, Undefined, UndefinedError, nodes
from jinja2 import TemplateError as JinjaError
from jinja2.runtime import LoopContext
from jinja2.sandbox import ImmutableSandboxedEnvironment
from lxml import etree

from make_report.archive import read_parts, write_parts
from make_report.document.context import ORGANISATION, YEAR, Context, context_of, date_of, title_of
from make_report.document.escape import decode, encode, unprintable
from make_report.document.finish import keep_signature, spare_long_words
from make_report.document.fit import fit_figures
from make_report.document.guard import guarded_template
from make_report.document.ooxml import named, parsed, part_bytes, printed_text
from make_report.document.package import APP, CORE, app_properties, core_properties
from make_report.document.sanity import LEFT_OVER, faults, left_over_tags
from make_report.document.tags import FORBIDDEN, forbidden
from make_report.errors import FileError, TemplateError
from make_report.filing import Filing
from make_report.form.model import Form
from make_report.language import marked, translate

_UNKNOWN = marked("The Word template asks for “{tag}”, which this form does not have.")
_UNKNOWN_NEAREST = marked("The Word template asks for “{tag}”, which this form does not have; is “{nearest}” meant?")
_GROUP = marked("The Word template prints “{tag}”, which is a list or a group of fields; name one field of it.")
_ELSEWHERE = marked("The Word template has a tag in {part}; only the text, headers and footers are filled in.")
_OPEN = marked("The Word template has a tag that is not opened or not closed in “{near}”.")
_SYNTAX = marked("The Word template has a tag that cannot be read: {reason} (near “{near}”).")
_BROKEN = marked("The Word template cannot be filled: {reason}.")
_MAKES_BROKEN = marked(
    "The Word template would give a report with {what}, in {part}. Please look at its loops and tables."
)
_UNPRINTABLE = marked("“{label}” holds the character U+{code}, which no Word file can hold; please delete it.")

_STYLES = "word/styles.xml"
_FILLED = re.compile(r"word/(document|header|footer)\d*\.xml")
_WORD_PART = re.compile(r"word/.*\.xml")
_SIGN = re.compile(r"\{[{%#]|[}%#]\}")
_TAG = re.compile(
    "|".join(
        rf"\{{{sign}(?:(?!{_SIGN.pattern}).)*{close}\}}" for sign, close in ((r"\{", r"\}"), ("%", "%"), ("#", "#"))
    ),
    re.DOTALL,
)
_NOT_A_TEMPLATE = (zipfile.BadZipFile, PackageNotFoundError, etree.XMLSyntaxError, KeyError, ValueError)
_FAULTS_OF_EXPRESSIONS = (JinjaError, ArithmeticError, AttributeError, LookupError, TypeError, ValueError)


def render_report(form: Form, template: bytes, filing: Filing) -> bytes:
    """Return the report as a Word file: the form's template, filled in. Same input, same bytes.

    TemplateError says what is wrong with the template; FileError names a field with a character no Word file can hold.
    """
    _refuse_unprintable(form, filing)
    try:
        _refuse_bad_tags(guarded_template(template, form.language), form.language)
        parts = read_parts(_filled(template, context_of(form, filing), form.language))
        for name in filter(_FILLED.fullmatch, parts):
            root = parsed(parts[name])
            _refuse_broken([LEFT_OVER] if left_over_tags(root) else [], name, form.language)
            decode(root)
            for body in root.iterfind(named("body")):
                keep_signature(body)
                spare_long_words(body)
                fit_figures(body, parsed(parts[_STYLES]) if _STYLES in parts else None)
            _refuse_broken(faults(root), name, form.language)
            parts[name] = part_bytes(root)
    except _NOT_A_TEMPLATE as error:
        raise _template_error(_BROKEN, form.language, reason=str(error) or type(error).__name__) from error
    day = date_of(form, filing) or date((filing[YEAR].year or form.years.first) + 1, 1, 1)
    parts[CORE] = core_properties(title_of(form, filing), filing[ORGANISATION].text, form.language, day)
    return write_parts(parts | ({APP: app_properties()} if APP in parts else {}))


class _Environment(ImmutableSandboxedEnvironment):
    """Jinja for reports: fields win over methods of the same name, unknown names are errors that name the whole tag."""

    def __init__(self, context: Context) -> None:
        super().__init__(autoescape=True, undefined=_Unknown, finalize=self._coded)
        self._paths = {id(value): path for path, value in _paths(context)}

    def getattr(self, obj: object, attribute: str) -> Any:  # noqa: ANN401 - as in Jinja
        if not isinstance(obj, Mapping):
            # Of all else only what a loop says of itself is for tags; the methods of texts and lists are not.
            known = isinstance(obj, LoopContext | Undefined)
            return super().getattr(obj, attribute) if known else self.undefined(name=attribute)
        group = cast("Mapping[str, object]", obj)
        if attribute in group:
            return group[attribute]
        return self.undefined(name=".".join(filter(None, (self._paths.get(id(group)), attribute))))

    def _generate(
        self,
        source: nodes.Template,
        name: str | None,
        filename: str | None,
        defer_init: bool = False,  # noqa: FBT001, FBT002 - as in Jinja
    ) -> str:
        """Look at the parsed template before it becomes a program: Jinja has no public place for that."""
        if what := forbidden(source):
            raise _ForbiddenError(what)
        return super()._generate(source, name, filename, defer_init)

    def _coded(self, value: object) -> str:
        if isinstance(value, (dict, list)):
            raise _GroupError(self._paths.get(id(cast("object", value)), "…"))
        if not isinstance(value, str | int | Undefined):
            raise _ForbiddenError(type(value).__name__)
        return encode(str(value))


class _Unknown(StrictUndefined):
    """A name that the form does not have; its error is the tag itself."""

    @property
    def _undefined_message(self) -> str:
        return self._undefined_hint or self._undefined_name or ""


class _GroupError(JinjaError):
    """A tag that names a group of fields; its message is the tag."""


class _ForbiddenError(JinjaError):
    """A tag that does what no tag may do; its message is what it does."""


class _Template(DocxTemplate):
    """docxtpl's template, which mends broken XML by leaving text out: here it is an error."""

    def fix_tables(self, xml: str) -> object:
        body = parsed(xml.encode())
        if not len(body) or body[-1].tag != named("sectPr"):
            message = "the end of the document is missing"
            raise ValueError(message)
        return cast("object", super().fix_tables(xml))  # pyright: ignore[reportUnknownMemberType] - annotated in part


def _filled(template: bytes, context: Context, language: str) -> bytes:
    document = _Template(io.BytesIO(template))
    try:
        document.render(context, _Environment(context), autoescape=True)
    except UndefinedError as error:
        tag = str(error)
        nearest = get_close_matches(tag, [path for path, _ in _paths(context)], n=1)
        if nearest:
            raise _template_error(_UNKNOWN_NEAREST, language, tag=tag, nearest=nearest[0]) from error
        raise _template_error(_UNKNOWN, language, tag=tag) from error
    except _ForbiddenError as error:
        raise _template_error(FORBIDDEN, language, what=str(error)) from error
    except _GroupError as error:
        raise _template_error(_GROUP, language, tag=str(error)) from error
    except TemplateSyntaxError as error:
        near = " ".join(line.strip() for line in getattr(error, "docx_context", ()) if line.strip())
        raise _template_error(_SYNTAX, language, reason=error.message or "", near=near[:80]) from error
    except _FAULTS_OF_EXPRESSIONS as error:
        raise _template_error(_BROKEN, language, reason=str(error)) from error
    target = io.BytesIO()
    document.save(target)  # pyright: ignore[reportUnknownMemberType] - annotated in part
    return target.getvalue()


def _paths(context: Context, above: str = "") -> Iterator[tuple[str, object]]:
    """Yield the tag of everything in a context: fields, lists and groups."""
    for name, value in context.items():
        path = f"{above}.{name}" if above else name
        yield path, value
        if isinstance(value, dict):
            yield from _paths(cast("Context", value), path)


def _refuse_bad_tags(parts: Mapping[str, bytes], language: str) -> None:
    """Refuse tags where nothing is filled in, and tags left open: docxtpl would take all up to the next tag for one."""
    for name, content in parts.items():
        if not _WORD_PART.fullmatch(name):
            continue
        root = parsed(content)
        if not _FILLED.fullmatch(name) and _SIGN.search("".join(str(piece) for piece in root.itertext())):
            raise _template_error(_ELSEWHERE, language, part=name)
        for paragraph in root.iter(named("p")):
            shown = printed_text(paragraph)
            if _SIGN.search(_TAG.sub("", shown)):
                raise _template_error(_OPEN, language, near=shown.strip()[:80])


def _refuse_broken(what: Iterable[str], part: str, language: str) -> None:
    for fault in what:
        raise _template_error(_MAKES_BROKEN, language, what=translate(fault, language), part=part)


def _refuse_unprintable(form: Form, filing: Filing) -> None:
    for field in form.fields.values():
        value = filing[field.id]
        for typed in (value.text, *(paragraph.text for paragraph in value.paragraphs)):
            if character := unprintable(typed):
                sentence = translate(_UNPRINTABLE, form.language)
                raise FileError(sentence.format(label=field.label, code=f"{ord(character):04X}"))


def _template_error(sentence: str, language: str, **operands: str) -> TemplateError:
    return TemplateError(translate(sentence, language).format(**operands))
