"""XML of a workbook's parts: walked element by element, where only known elements may stand."""

from collections.abc import Callable, Mapping
from functools import lru_cache
from xml.parsers import expat

Attributes = dict[str, str]

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
RELATION_ID = "http://schemas.openxmlformats.org/officeDocument/2006/relationships id"

_DEEPEST = 50
"""Elements in one another; cells lie at five, the extensions of styles at about ten."""
_SMALL = 16 * 1024
"""Bytes of a part that is worth remembering."""


class NotUnderstoodError(Exception):
    """Something that this way of reading does not know, or that is odd or broken: openpyxl has to see."""


def main(name: str) -> str:
    """Return the name that an element of SpreadsheetML has here."""
    return f"{MAIN} {name}"


def parser() -> expat.XMLParserType:
    """Return a parser for one part; NotUnderstoodError at a comment, an instruction or a document type."""
    made = expat.ParserCreate(namespace_separator=" ")
    made.buffer_text = True
    made.CommentHandler = made.ProcessingInstructionHandler = made.StartDoctypeDeclHandler = _refuse
    return made


def feed(made: expat.XMLParserType, markup: bytes, *, is_last: bool = True) -> None:
    """Let a parser read on. NotUnderstoodError if the XML is broken, or in an encoding that is none."""
    try:
        made.Parse(markup, is_last)
    except (expat.ExpatError, LookupError, ValueError) as error:
        raise NotUnderstoodError from error


def given(attributes: Attributes, name: str) -> str:
    """Return an attribute that has to be there."""
    if name not in attributes:
        raise NotUnderstoodError
    return attributes[name]


def _refuse(*_: object) -> None:
    raise NotUnderstoodError


class Elements:
    """The attributes of all elements of a small part, by their path from the root.

    Elements in other namespaces are not mistaken for known ones: their names bear these. They are asked for by
    `elements`, which knows those of small parts: they are alike in the workbooks that one program makes.
    """

    def __init__(self, part: bytes, namespace: str) -> None:
        self._found: dict[tuple[str, ...], list[Attributes]] = {}
        self._path: list[str] = []
        self._own = f"{namespace} "
        made = parser()
        made.StartElementHandler, made.EndElementHandler = self._start, self._end
        feed(made, part)

    def all(self, *path: str) -> list[Attributes]:
        """Return the attributes of the elements at a path."""
        return self._found.get(path, [])

    def only(self, *path: str, beside: str = "") -> list[Attributes]:
        """Return the same. NotUnderstoodError if others stand among them, but for those named `beside`."""
        for other in self._found:
            if other[:-1] == path[:-1] and other[-1] not in (path[-1], beside):
                raise NotUnderstoodError
        return self.all(*path)

    def _start(self, name: str, attributes: Attributes) -> None:
        if len(self._path) > _DEEPEST:
            raise NotUnderstoodError
        self._path.append(name.removeprefix(self._own))
        self._found.setdefault(tuple(self._path), []).append(attributes)

    def _end(self, _: str) -> None:
        self._path.pop()


def elements(part: bytes, namespace: str) -> Elements:
    """Return the attributes of all elements of a part. NotUnderstoodError if it is broken or odd."""
    return (_elements if len(part) <= _SMALL else _elements.__wrapped__)(part, namespace)


_elements = lru_cache(maxsize=32)(Elements)


class Element:
    """An element that is known: what may stand in it, and what is done where it begins and where it ends.

    Without `children` all that is in it is passed over. Its end is told its text if it holds any that matters.
    """

    __slots__ = ("begin", "children", "end", "holds_text")

    def __init__(
        self,
        children: Mapping[str, "Element"] | None = None,
        begin: Callable[[Attributes], None] | None = None,
        end: Callable[[str], None] | None = None,
        *,
        holds_text: bool = False,
    ) -> None:
        self.children = children
        self.begin = begin
        self.end = end
        self.holds_text = holds_text


class Walk:
    """A walk through an element; NotUnderstoodError at one that is not known where it stands."""

    def __init__(self, made: expat.XMLParserType, root: Element) -> None:
        self._parser = made
        self._inside = root
        self._around = [root]
        self._passed_over = 0
        self._pieces: list[str] = []

    def begin(self) -> None:
        """Take over the parser: the element has just begun."""
        self._parser.StartElementHandler, self._parser.EndElementHandler = self._start, self._end

    def _start(self, name: str, attributes: Attributes) -> None:
        inside = self._inside
        if inside.children is None:
            self._passed_over += 1
            return
        element = inside.children.get(name)
        if element is None:
            raise NotUnderstoodError
        self._around.append(inside)
        self._inside = element
        if element.holds_text:
            self._pieces = []
            self._parser.CharacterDataHandler = self._pieces.append
        if element.begin:
            element.begin(attributes)

    def _end(self, _: str) -> None:
        if self._passed_over:
            self._passed_over -= 1
            return
        element, self._inside = self._inside, self._around.pop()
        text = ""
        if element.holds_text:
            self._parser.CharacterDataHandler = None
            text = "".join(self._pieces)
        if element.end:
            element.end(text)
