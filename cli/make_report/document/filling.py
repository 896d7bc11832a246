"""A Word template filled by docxtpl under strict settings: the referee, and the way for what no plan can do."""

import io
import zipfile
from collections.abc import Iterator, Mapping
from copy import deepcopy
from difflib import get_close_matches
from typing import Any, cast

from docx.opc.exceptions import PackageNotFoundError
from docxtpl import DocxTemplate  # pyright: ignore[reportMissingTypeStubs] - it has annotations, but no py.typed
from jinja2 import StrictUndefined, TemplateSyntaxError, Undefined, UndefinedError, nodes, pass_eval_context
from jinja2 import TemplateError as JinjaError
from jinja2.nodes import EvalContext
from jinja2.runtime import LoopContext
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import missing
from lxml import etree

from make_report.document.context import Context
from make_report.document.escape import encode
from make_report.document.ooxml import Element, named, parsed
from make_report.document.tags import FORBIDDEN, TOO_DEEP, forbidden, is_too_deep
from make_report.errors import TemplateError, UnfilledError
from make_report.language import marked, translate
from make_report.nesting import DEEPEST_NESTING

_UNKNOWN = marked("The Word template asks for “{tag}”, which this form does not have.")
_UNKNOWN_NEAREST = marked("The Word template asks for “{tag}”, which this form does not have; is “{nearest}” meant?")
_GROUP = marked("The Word template prints “{tag}”, which is a list or a group of fields; name one field of it.")
_SYNTAX = marked("The Word template has a tag that cannot be read: {reason} (near “{near}”).")
_BROKEN = marked("The Word template cannot be filled: {reason}.")
_FEWER = marked("a tag asks for an item of what is empty or has fewer")

_FAULTS_OF_EXPRESSIONS = (JinjaError, ArithmeticError, AttributeError, LookupError, TypeError, ValueError)
_NOT_A_TEMPLATE = (zipfile.BadZipFile, PackageNotFoundError)


def filled_by_docxtpl(template: bytes, context: Context, language: str) -> bytes:
    """Return the template filled by docxtpl, texts still coded (escape.py). TemplateError says what is wrong.

    It is an UnfilledError if with other values nothing may be.
    """
    try:
        return _filled(template, context, language)
    except _NOT_A_TEMPLATE as error:
        raise _template_error(_BROKEN, language, reason=_reason(error)) from error
    except (*_FAULTS_OF_EXPRESSIONS, etree.XMLSyntaxError) as error:
        raise UnfilledError(translate(_BROKEN, language).format(reason=_reason(error))) from error


def _reason(error: Exception) -> str:
    return str(error) or type(error).__name__


class _Environment(ImmutableSandboxedEnvironment):
    """Jinja for reports: fields win over methods of the same name, unknown names are errors that name the whole tag."""

    def __init__(self, context: Context) -> None:
        super().__init__(autoescape=True, undefined=_Unknown, finalize=self._coded)
        self._paths = {id(value): path for path, value in _paths(context)}
        # All that is printed is coded: what a template had escaped before that would show the marks of its escaping.
        self.filters |= {"e": _as_it_is, "escape": _as_it_is}

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
        if is_too_deep(source):
            raise _TooDeepError
        if what := forbidden(source):
            raise _ForbiddenError(what)
        return super()._generate(source, name, filename, defer_init)

    @pass_eval_context
    def _coded(self, _: EvalContext, value: object) -> str:
        """Return what is printed. Because this asks for a context, Jinja escapes no constant before it comes here."""
        if isinstance(value, (dict, list)):
            raise _GroupError(self._paths.get(id(cast("object", value)), "…"))
        if not isinstance(value, str | int | Undefined):
            raise _ForbiddenError(type(value).__name__)
        return encode(str(value))


def _as_it_is(value: object) -> object:
    return value


class _Unknown(StrictUndefined):
    """A name that the form does not have; its error is the tag itself, "" for an item of something that has fewer."""

    @property
    def _undefined_message(self) -> str:
        is_name = self._undefined_obj is missing or isinstance(self._undefined_obj, Mapping)
        return str(self._undefined_name or "") if is_name else ""


class _GroupError(JinjaError):
    """A tag that names a group of fields; its message is the tag."""


class _ForbiddenError(JinjaError):
    """A tag that does what no tag may do; its message is what it does."""


class _TooDeepError(JinjaError):
    """Tags too deep in one another."""


class _Template(DocxTemplate):
    """docxtpl's template, which mends broken XML by leaving text out: here it is an error."""

    def fix_tables(self, xml: str) -> object:
        body = parsed(xml.encode())
        if not len(body) or body[-1].tag != named("sectPr"):
            message = "the end of the document is missing"
            raise ValueError(message)
        return cast("object", super().fix_tables(xml))  # pyright: ignore[reportUnknownMemberType] - annotated in part

    def map_tree(self, tree: Element) -> None:
        """Put the filled body into a new root.

        docxtpl replaces the body in the old one, where lxml looks after every node of the old body: that takes a time
        which grows with the square of the template.
        """
        document = cast("Any", self.docx)
        old = document.element
        root = old.makeelement(old.tag, dict(old.attrib), nsmap=dict(old.nsmap))
        for child in old:
            root.append(tree if child.tag == tree.tag else deepcopy(child))
        document._element = document.part._element = root  # noqa: SLF001 - python-docx has no public way


def _filled(template: bytes, context: Context, language: str) -> bytes:
    document = _Template(io.BytesIO(template))
    try:
        document.render(context, _Environment(context), autoescape=True)
    except UndefinedError as error:
        tag = str(error)
        if not tag:
            raise UnfilledError(translate(_BROKEN, language).format(reason=translate(_FEWER, language))) from error
        nearest = get_close_matches(tag, [path for path, _ in _paths(context)], n=1)
        if nearest:
            raise _template_error(_UNKNOWN_NEAREST, language, tag=tag, nearest=nearest[0]) from error
        raise _template_error(_UNKNOWN, language, tag=tag) from error
    except _ForbiddenError as error:
        raise _template_error(FORBIDDEN, language, what=str(error)) from error
    except (_TooDeepError, RecursionError) as error:
        raise _template_error(TOO_DEEP, language, limit=str(DEEPEST_NESTING)) from error
    except _GroupError as error:
        raise _template_error(_GROUP, language, tag=str(error)) from error
    except TemplateSyntaxError as error:
        near = " ".join(line.strip() for line in getattr(error, "docx_context", ()) if line.strip())
        raise _template_error(_SYNTAX, language, reason=error.message or "", near=near[:80]) from error
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


def _template_error(sentence: str, language: str, **operands: str) -> TemplateError:
    return TemplateError(translate(sentence, language).format(**operands))
