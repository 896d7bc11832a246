"""A Word template into a plan: docxtpl prepares it, Jinja parses it, the result is flattened.

What a plan cannot do (filters, pictures, column loops …) is no error: such a template is filled by docxtpl itself.
"""

import io
import re
from collections.abc import Iterator, Sequence
from typing import Any, cast

from docxtpl import DocxTemplate  # pyright: ignore[reportMissingTypeStubs] - it has annotations, but no py.typed
from jinja2 import Environment, nodes

from make_report.archive import read_parts
from make_report.document.certain import certain_parts
from make_report.document.plan import Choice, Loop, Path, Plan, Step, Steps, Test, Value
from make_report.document.tagged import STYLES, in_one_tag
from make_report.patterns import expression

DOCUMENT = "word/document.xml"
_BODY = expression(r"<w:body[ >].*</w:body>|<w:body/>", re.DOTALL)
_BEGUN = expression(r"<(w:\w+)(?: [^<>]*)?(?<!/)>$")
"""An element that begins where a literal ends: what follows may be nothing."""
_BREAKS_A_TAG = expression(r"<[^<>]*$")
"""A literal that ends inside of a tag."""


class NotPlannableError(Exception):
    """A template that holds more than a plan can do; its message says what."""


def plan_from_template(template: bytes) -> Plan:
    """Return the plan of a Word template. NotPlannableError if a plan cannot do what it does."""
    document = _Prepared(io.BytesIO(template))
    document.render_init()
    environment = Environment(autoescape=True)
    parts = {name: _steps(environment.parse(in_one_tag(text)).body) for name, text in document.texts()}
    hollow = _hollow([literal for steps in parts.values() for literal in _literals(steps)])
    return Plan(parts, hollow, certain_parts(parts, read_parts(template).get(STYLES)))


class _Prepared(DocxTemplate):
    """docxtpl's template, asked for what it would hand to Jinja."""

    def texts(self) -> Iterator[tuple[str, str]]:
        """Yield the parts with tags as docxtpl prepares them, by their name in the file."""
        api = cast("Any", self)
        root = api.xml_to_string(api.docx._element)  # noqa: SLF001 - as docxtpl does
        body = api.patch_xml(api.get_xml())
        yield DOCUMENT, _BODY.sub(lambda _: body, root)
        for uri in (self.HEADER_URI, self.FOOTER_URI):
            for _, part in api.get_headers_footers(uri):
                yield str(part.partname).lstrip("/"), api.patch_xml(api.get_part_xml(part))


def _steps(body: Sequence[nodes.Node]) -> Steps:
    return _joined(step for node in body for step in _step(node))


def _joined(steps: Iterator[Step]) -> Steps:
    """Return the steps with neighbouring literals put together."""
    joined: list[Step] = []
    for step in steps:
        if isinstance(step, str) and joined and isinstance(joined[-1], str):
            joined[-1] += step
        elif step != "":
            joined.append(step)
    return tuple(joined)


def _literals(steps: Steps) -> Iterator[str]:
    for step in steps:
        if isinstance(step, str):
            yield step
        elif isinstance(step, Loop):
            yield from _literals(step.steps)
        elif isinstance(step, Choice):
            for _, branch in step.branches:
                yield from _literals(branch)


def _hollow(literals: Sequence[str]) -> tuple[str, ...] | None:
    """Return the elements that may be left without content, None if a value stands inside of a tag."""
    if any(_BREAKS_A_TAG.search(literal) for literal in literals):
        return None
    begun = (_BEGUN.search(literal) for literal in literals)
    return tuple(sorted({f"{found[0]}</{found[1]}>" for found in begun if found}))


def _step(node: nodes.Node) -> Iterator[Step]:
    if isinstance(node, nodes.Output):
        for part in node.nodes:
            yield part.data if isinstance(part, nodes.TemplateData) else Value(_path(part))
    elif isinstance(node, nodes.For):
        if node.else_ or node.test or node.recursive or not isinstance(node.target, nodes.Name):
            message = "a loop with more than a list"
            raise NotPlannableError(message)
        yield Loop(node.target.name, _path(node.iter), _steps(node.body))
    elif isinstance(node, nodes.If):
        branches = [(node.test, node.body), *((elif_.test, elif_.body) for elif_ in node.elif_)]
        tested: list[tuple[Test | None, Steps]] = [(_test(test), _steps(body)) for test, body in branches]
        yield Choice((*tested, (None, _steps(node.else_))) if node.else_ else tuple(tested))
    else:
        raise NotPlannableError(type(node).__name__)


def _path(node: nodes.Node) -> Path:
    if isinstance(node, nodes.Name):
        return (node.name,)
    if isinstance(node, nodes.Getattr):
        return (*_path(node.node), node.attr)
    raise NotPlannableError(type(node).__name__)


def _test(node: nodes.Node) -> Test:
    if isinstance(node, nodes.Not):
        return "not", _test(node.node), None
    if isinstance(node, nodes.And | nodes.Or):
        return ("and" if isinstance(node, nodes.And) else "or"), _test(node.left), _test(node.right)
    if isinstance(node, nodes.Compare):
        (operand,) = node.ops if len(node.ops) == 1 else (None,)
        if operand and operand.op == "eq" and isinstance(operand.expr, nodes.Const):
            return "==", _path(node.expr), operand.expr.value
        raise NotPlannableError(type(node).__name__)
    return "value", _path(node), None
