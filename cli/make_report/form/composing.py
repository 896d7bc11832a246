"""YAML within bounds: what nests without end, doubles itself by its aliases, or is no value is refused where it stands.

A form's YAML may come from anywhere. Thirty bytes of keys in keys keep ruamel.yaml busy for a minute, forty lines of
aliases stand for more nodes than there is memory.
"""

from typing import Any, cast

from ruamel.yaml import YAML
from ruamel.yaml.composer import Composer, ComposerError
from ruamel.yaml.constructor import RoundTripConstructor
from ruamel.yaml.events import AliasEvent, ScalarEvent
from ruamel.yaml.nodes import Node

from make_report.language import marked
from make_report.nesting import DEEPEST_NESTING

MOST_NODES = 200_000
"""Of one file, each alias counted as what it stands for; the largest file of ours has 19,000."""

TOO_DEEP = marked("This nests more than {limit} levels deep; a form has a dozen.")
KEY = marked("A key must be a word, no list or mapping; put text with brackets in quotation marks.")
ITSELF = marked("“*{alias}” stands inside of what it stands for; please write out what is meant.")
TOO_MANY = marked("With its aliases this is more than {limit} entries; please write what is needed only.")
NO_VALUE = marked("“{found}” is no date or figure; put it in quotation marks if it is text.")


class BoundsError(ComposerError):
    """YAML that breaks a limit: its `problem` is a sentence with `operands`."""

    def __init__(self, sentence: str, mark: object, **operands: object) -> None:
        cast("Any", super()).__init__(None, None, sentence, mark)
        self.sentence = sentence
        self.operands = operands


def bounded_yaml() -> YAML:
    """Return a reader of YAML that raises BoundsError, a MarkedYAMLError, for what breaks a limit."""
    reader = YAML(typ="rt")
    reader.Composer = _Composer
    reader.Constructor = _Constructor
    return reader


class _Composer(Composer):
    """Counts levels and nodes while ruamel.yaml composes them; it has public places for neither."""

    def __init__(self, loader: object = None) -> None:
        cast("Any", super()).__init__(loader)
        self._level = 0
        self._nodes = 0
        self._sizes: dict[str, int] = {}
        """How many nodes an anchor stands for; missing while it is being composed."""

    def compose_node(self, parent: Any, index: Any) -> Node:  # noqa: ANN401 - as in ruamel.yaml
        event: Any = cast("Any", self).parser.peek_event()
        mark, anchor, before = event.start_mark, event.anchor, self._nodes
        self._nodes += 1
        if isinstance(event, AliasEvent):
            alias = str(anchor)
            if alias in cast("Any", self).anchors and alias not in self._sizes:
                raise BoundsError(ITSELF, mark, alias=alias)
            self._nodes += self._sizes.get(alias, 0)
        elif parent is not None and index is None and not isinstance(event, ScalarEvent):
            raise BoundsError(KEY, mark)
        if self._nodes > MOST_NODES:
            raise BoundsError(TOO_MANY, mark, limit=f"{MOST_NODES:,}")
        if self._level > DEEPEST_NESTING:
            raise BoundsError(TOO_DEEP, mark, limit=DEEPEST_NESTING)
        self._level += 1
        node = cast("Node", cast("Any", super()).compose_node(parent, index))
        self._level -= 1
        if not isinstance(event, AliasEvent) and anchor is not None:
            self._sizes[str(anchor)] = self._nodes - before
        return node


class _Constructor(RoundTripConstructor):
    """Says where a value stands that Python cannot make, such as the 30th of February."""

    def construct_object(self, node: Any, deep: bool = False) -> Any:  # noqa: ANN401, FBT001, FBT002 - as in ruamel.yaml
        try:
            return cast("Any", super()).construct_object(node, deep)
        except (ValueError, LookupError, ArithmeticError) as error:
            raise BoundsError(NO_VALUE, node.start_mark, found=str(node.value)[:40]) from error
