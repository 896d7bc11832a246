"""Every mistake in a Word template at once, each with its place: what its author is shown.

render.py stops at the first fault it meets; this looks through the whole template without filling it in.
"""

import re
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from typing import NamedTuple, cast

from jinja2 import Environment, TemplateSyntaxError, nodes

from make_report.document.context import context_of
from make_report.document.guard import guarded_template
from make_report.document.ooxml import Element, named, parsed, printed_text
from make_report.document.signs import OUTSIDE, PRINTS_OUTSIDE
from make_report.document.tagged import FILLED, SIGN, TAG
from make_report.document.tags import FORBIDDEN, TOO_DEEP, forbidden, is_too_deep
from make_report.errors import TemplateError
from make_report.filing import Filing, Value
from make_report.form.layout import layout_of
from make_report.form.model import Form
from make_report.language import marked, translate
from make_report.nesting import DEEPEST_NESTING
from make_report.patterns import expression

_AT_TABLE = marked("table {table}, row {row}, “{near}”: {fault}")
_AT_TEXT = marked("{part}, paragraph {paragraph}, “{near}”: {fault}")
_UNKNOWN = marked("This form has no “{tag}”.")
_UNKNOWN_NEAREST = marked("This form has no “{tag}”; is “{nearest}” meant?")
_GROUP = marked("“{tag}” is a list or a group of fields; name one field of it.")
_OPEN = marked("This tag is not opened or not closed.")
_SYNTAX = marked("This tag cannot be read: {reason}")
_NOT_CLOSED = marked("“{word}” has no end{word}.")
_NOT_OPENED = marked("“{word}” ends nothing that is open here.")
_STATEMENT = expression(r"\{%-?(?:p|tr|tc|r)?\s+(\w+)\s*(.*?)\s*-?%\}", re.DOTALL)
_PRINTED = expression(r"\{\{\s*(.*?)\s*\}\}", re.DOTALL)
_LOOP = expression(r"(\w+)\s+in\s+(.+)", re.DOTALL)
_MOST_NEAR = 60
_PARAGRAPH_KEYS = ("level", "heading", "text")
_JINJA = Environment(autoescape=True)

_Said = tuple[str, dict[str, str]]
_NESTED: _Said = TOO_DEEP, {"limit": str(DEEPEST_NESTING)}


def refuse_faulty_template(form: Form, template: bytes, name: str) -> None:
    """Raise TemplateError with every fault of a Word template, one a line, if it has any; `name` is the file's."""
    if lines := [f"{name}: {line}" for line in template_faults(form, template)]:
        raise TemplateError("\n".join(lines))


def template_faults(form: Form, template: bytes) -> Iterator[str]:
    """Yield the faults of a Word template in the form's language. TemplateError if it is none at all."""
    empty = {name: Value(name, place) for name, place in layout_of(form).places.items()}
    known = dict(_paths(context_of(form, Filing(form.form_id, empty, ""))))
    for part, content in guarded_template(template, form.language).items():
        if not FILLED.fullmatch(part):
            continue
        reading = _Reading(known)
        for where, near, (sentence, operands) in _faults(parsed(content), reading):
            fault = translate(sentence, form.language).format(**operands)
            place = {"part": part.partition("/")[2].partition(".")[0], "near": near, "fault": fault, **where}
            yield translate(_AT_TABLE if "table" in where else _AT_TEXT, form.language).format(**place)


def _paths(context: Mapping[str, object], above: str = "") -> Iterator[tuple[str, object]]:
    for name, value in context.items():
        path = f"{above}.{name}" if above else name
        yield path, value
        if isinstance(value, dict):
            yield from _paths(cast("Mapping[str, object]", value), path)


def _faults(root: Element, reading: "_Reading") -> Iterator[tuple[dict[str, int], str, _Said]]:
    places = _places(root)
    for number, paragraph in enumerate(root.iter(named("p")), start=1):
        shown = printed_text(paragraph)
        near, where = " ".join(shown.split())[:_MOST_NEAR], places.get(paragraph, {"paragraph": number})
        if SIGN.search(TAG.sub("", shown)):
            yield where, near, (_OPEN, {})
            continue
        for tag in TAG.findall(shown):
            for said in reading.read(str(tag), (where, near)):
                yield where, near, said
    for opened in reading.open:
        where, near = opened.place
        yield where, near, (_NOT_CLOSED, {"word": opened.word})


def _places(root: Element) -> dict[Element, dict[str, int]]:
    """Return for each paragraph in a table the table's number and the row's, counted from 1."""
    return {
        paragraph: {"table": number, "row": row}
        for number, table in enumerate(root.iter(named("tbl")), start=1)
        for row, line in enumerate(table.iterfind(named("tr")), start=1)
        for paragraph in line.iter(named("p"))
    }


_Place = tuple[dict[str, int], str]


class _Opened(NamedTuple):
    """A tag that is open, with the name that it gives to what it loops over, and how many “elif” it has had."""

    word: str
    variable: str
    place: _Place
    branches: int = 0


class _Reading:
    """Tags read one after the other: what is open, and which names the loops around have given."""

    def __init__(self, known: Mapping[str, object]) -> None:
        self.known = known
        self.open: list[_Opened] = []

    def read(self, tag: str, place: _Place) -> Iterator[_Said]:
        """Yield what is wrong with a tag."""
        if PRINTS_OUTSIDE.match(tag):
            yield OUTSIDE, {"tag": tag}
        elif printed := _PRINTED.fullmatch(tag):
            yield from self._names(printed[1], printed=True)
        elif statement := _STATEMENT.fullmatch(tag):
            yield from self._statement(statement[1], statement[2], place)

    def _statement(self, word: str, rest: str, place: _Place) -> Iterator[_Said]:
        if word in ("if", "elif"):
            yield from self._names(rest)
        loop = _LOOP.fullmatch(rest) if word == "for" else None
        if loop:
            yield from self._names(loop[2])
        elif word == "for":
            yield _SYNTAX, {"reason": "for … in …"}
        if word in ("for", "if"):
            self.open.append(_Opened(word, loop[1] if loop else "", place))
            if len(self.open) == DEEPEST_NESTING + 1:
                yield _NESTED
        elif word in ("endfor", "endif"):
            if self.open and self.open[-1].word == word.removeprefix("end"):
                self.open.pop()
            else:
                yield _NOT_OPENED, {"word": word}
        elif word in ("else", "elif"):
            yield from self._branch(word)
        else:
            yield _SYNTAX, {"reason": word}

    def _branch(self, word: str) -> Iterator[_Said]:
        if not self.open:
            yield _NOT_OPENED, {"word": word}
        elif word == "elif":
            last = self.open[-1]
            self.open[-1] = last._replace(branches=last.branches + 1)
            if self.open[-1].branches == DEEPEST_NESTING:
                yield _NESTED

    def _names(self, expression: str, *, printed: bool = False) -> Iterator[_Said]:
        try:
            tree = _JINJA.parse(f"{{{{ {expression} }}}}")
        except (TemplateSyntaxError, ValueError) as error:
            # ValueError: a number of more digits than Python reads.
            yield _SYNTAX, {"reason": str(error)}
            return
        except RecursionError:
            yield _NESTED
            return
        if is_too_deep(tree):
            yield _NESTED
            return
        unknown = list(self._unknown(tree, expression, printed=printed))
        yield from unknown
        if not unknown and (what := forbidden(tree)):
            yield FORBIDDEN, {"what": what}

    def _unknown(self, tree: nodes.Template, expression: str, *, printed: bool) -> Iterator[_Said]:
        for path in _outermost(tree):
            first, _, rest = path.partition(".")
            if first == "loop" or first in {opened.variable for opened in self.open}:
                if rest and first != "loop" and rest not in _PARAGRAPH_KEYS:
                    yield _UNKNOWN, {"tag": path}
            elif path not in self.known:
                near = get_close_matches(path, self.known, n=1)
                yield (_UNKNOWN_NEAREST, {"tag": path, "nearest": near[0]}) if near else (_UNKNOWN, {"tag": path})
            elif printed and isinstance(self.known[path], dict | list) and path == expression:
                yield _GROUP, {"tag": path}


def _outermost(node: nodes.Node) -> Iterator[str]:
    """Yield the names in an expression with what follows them: requests.received.total is one."""
    if isinstance(node, nodes.Name):
        yield node.name
    elif isinstance(node, nodes.Getattr) and (path := _dotted(node)):
        yield path
    else:
        for child in node.iter_child_nodes():
            yield from _outermost(child)


def _dotted(node: nodes.Node) -> str:
    if isinstance(node, nodes.Name):
        return node.name
    above = _dotted(node.node) if isinstance(node, nodes.Getattr) else ""
    return f"{above}.{node.attr}" if isinstance(node, nodes.Getattr) and above else ""
