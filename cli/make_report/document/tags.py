"""What a template's tags may do: name fields, loop over paragraphs, ask whether something is filled in.

Jinja can do more: call, multiply, raise to powers, loop in loops without end. A template is not trusted with that, even
in the sandbox.
"""

from jinja2 import nodes

from make_report.language import marked
from make_report.nesting import DEEPEST_NESTING, nests_too_deep

FORBIDDEN = marked(
    "The Word template uses “{what}” in a tag. Tags may name fields, loop over paragraphs and ask whether something is "
    "filled in; please take this out."
)
TOO_DEEP = marked(
    "The Word template has tags, brackets or words such as “not” one within another, more than {limit} deep. Please "
    "write simpler tags, and fewer in one another."
)
MOST_NESTED_LOOPS = 3
FILTERS = {
    "capitalize", "d", "default", "e", "escape", "first", "join", "last", "length", "lower", "replace", "safe",
    "title", "trim", "upper",
}  # fmt: skip
_ALLOWED = (
    nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name, nodes.Getattr, nodes.Getitem, nodes.Const, nodes.If,
    nodes.CondExpr, nodes.For, nodes.Compare, nodes.Operand, nodes.And, nodes.Or, nodes.Not, nodes.Test, nodes.Filter,
    nodes.Concat, nodes.Keyword, nodes.Assign, nodes.List, nodes.Tuple,
)  # fmt: skip


def is_too_deep(template: nodes.Template) -> bool:
    """Return whether a template nests too much to be looked through, or to become a program.

    Jinja itself raises RecursionError where so much is nested that it cannot be parsed.
    """
    # The template itself and the output around a text are no nesting.
    if nests_too_deep(template, nodes.Node.iter_child_nodes, DEEPEST_NESTING + 2):
        return True
    # Each elif stands in the one before when Python compiles them, though side by side in the tree.
    return any(len(choice.elif_) > DEEPEST_NESTING for choice in template.find_all(nodes.If))


def forbidden(template: nodes.Template) -> str:
    """Return what the first tag that is not allowed does, "" if all are."""
    return next(filter(None, (_fault(node) for node in _all(template))), "") or _too_deep(template, 0)


def _all(node: nodes.Node) -> list[nodes.Node]:
    return [node, *node.find_all(nodes.Node)]


def _fault(node: nodes.Node) -> str:
    if not isinstance(node, _ALLOWED):
        return type(node).__name__.lower()
    if isinstance(node, nodes.Filter) and node.name not in FILTERS:
        return f"|{node.name}"
    name = node.attr if isinstance(node, nodes.Getattr) else node.name if isinstance(node, nodes.Name) else ""
    return name if name.startswith("_") else ""


def _too_deep(node: nodes.Node, depth: int) -> str:
    depth += isinstance(node, nodes.For)
    if depth > MOST_NESTED_LOOPS:
        return "for … for … for … for"
    return next(filter(None, (_too_deep(child, depth) for child in node.iter_child_nodes())), "")
