"""What is wrong at a node of a form's files, and the fault with line and column that comes of it."""

from collections.abc import Mapping
from typing import Any

from make_report.errors import Fault
from make_report.form.node import position
from make_report.form.rule import Rule
from make_report.record import Record, field

Path = tuple[str | int, ...]
"""The keys and indices that lead to a node."""


class Part(Record):
    """One file of a form: its name, its YAML nodes, which know their lines, and the rules declared in it."""

    name: str
    root: Mapping[str, Any]
    rules: tuple[Rule, ...]
    is_shared: bool = False


class Flaw(Record):
    """What is wrong at a node."""

    path: Path
    sentence: str
    operands: Mapping[str, object] = field(default_factory=dict[str, object])
    nearest: str = ""


def fault_of(flaw: Flaw, part: Part) -> Fault:
    """Return the fault, with the place of the node or, if it is not there, of the nearest one around it."""
    node: Any = part.root
    line, column = 1, 1
    for step in flaw.path:
        line, column = position(node, step)
        try:
            node = node[step]
        except (KeyError, IndexError, TypeError):
            break
    return Fault(line, column, flaw.sentence, flaw.operands, flaw.nearest, part.name if part.is_shared else "")
