"""Texts of cells, plain or in runs of one look each, and the strings that sheets share."""

from make_report.workbook.reading.direct.markup import (
    Attributes,
    Children,
    NotUnderstoodError,
    Walk,
    feed,
    main,
    parser,
)

TEXT, RUN = main("t"), main("r")
_TABLE, _ENTRY = main("sst"), main("si")
_RUN_LOOK, _PHONETIC, _PHONETIC_LOOK = main("rPr"), main("rPh"), main("phoneticPr")

IN_TEXT = frozenset({TEXT, RUN, _PHONETIC, _PHONETIC_LOOK})
"""What may stand in an element that holds a cell's text; how it is pronounced is passed over."""
RICH_TEXT: Children = {RUN: frozenset({TEXT, _RUN_LOOK}), TEXT: frozenset()}

_CHUNK = 64 * 1024


class RichText:
    """The text of one cell, gathered from its pieces. NotUnderstoodError if it is both plain and in runs."""

    def __init__(self, walk: Walk) -> None:
        self.begin()
        walk.starts[RUN] = self._begin_run
        walk.ends[RUN] = self._end_run
        walk.texts[TEXT] = self._add

    def begin(self) -> None:
        """Make ready for the next text."""
        self._pieces: list[str] = []
        self._room = 1
        self._in_runs = False

    @property
    def text(self) -> str:
        """What was gathered."""
        return "".join(self._pieces)

    def _begin_run(self, _: Attributes) -> None:
        if self._pieces and not self._in_runs:
            raise NotUnderstoodError
        self._in_runs = True
        self._room = 1

    def _end_run(self) -> None:
        self._room = 0

    def _add(self, piece: str) -> None:
        if not self._room:
            raise NotUnderstoodError
        self._room = 0
        self._pieces.append(piece)


class SharedStrings:
    """The strings that sheets share, read as far as they are asked for: those of the form usually come first."""

    def __init__(self, part: bytes) -> None:
        self._rest = memoryview(part)
        self._texts: list[str] = []
        self._parser = parser()
        self._parser.StartElementHandler = self._start_table
        walk = Walk(self._parser, _TABLE, {_TABLE: frozenset({_ENTRY}), _ENTRY: IN_TEXT, **RICH_TEXT})
        self._walk, self._entry = walk, RichText(walk)
        walk.starts[_ENTRY] = lambda _: self._entry.begin()
        walk.ends[_ENTRY] = lambda: self._texts.append(self._entry.text)

    def __getitem__(self, index: int) -> str:
        """Return the string that a cell names. NotUnderstoodError if there is none."""
        while index >= len(self._texts) and self._rest:
            chunk, self._rest = self._rest[:_CHUNK], self._rest[_CHUNK:]
            feed(self._parser, bytes(chunk), is_last=not self._rest)
        if index >= len(self._texts):
            raise NotUnderstoodError
        return self._texts[index]

    def _start_table(self, name: str, _: Attributes) -> None:
        if name != _TABLE:
            raise NotUnderstoodError
        self._walk.begin()
