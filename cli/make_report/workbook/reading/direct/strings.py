"""Texts of cells, plain or in runs of one look each, and the strings that sheets share."""

from make_report.workbook.reading.direct.markup import (
    Attributes,
    Element,
    NotUnderstoodError,
    Walk,
    feed,
    main,
    parser,
)

_CHUNK = 64 * 1024


class RichText:
    """The text of one cell, gathered from its pieces. NotUnderstoodError if it is both plain and in runs."""

    def __init__(self) -> None:
        self.begin()
        text = Element({}, end=self._add, holds_text=True)
        run = Element({main("t"): text, main("rPr"): Element()}, self._begin_run, self._end_run)
        # How the text is pronounced is passed over.
        self.elements = {main("t"): text, main("r"): run, main("rPh"): Element(), main("phoneticPr"): Element()}

    def begin(self, _: Attributes | None = None) -> None:
        """Make ready for the next text."""
        self._pieces: list[str] = []
        self._text_may_follow = True
        self._in_runs = False

    @property
    def text(self) -> str:
        """What was gathered."""
        return "".join(self._pieces)

    def _begin_run(self, _: Attributes) -> None:
        if self._pieces and not self._in_runs:
            raise NotUnderstoodError
        self._in_runs = self._text_may_follow = True

    def _end_run(self, _: str) -> None:
        self._text_may_follow = False

    def _add(self, piece: str) -> None:
        if not self._text_may_follow:
            raise NotUnderstoodError
        self._text_may_follow = False
        self._pieces.append(piece)


class SharedStrings:
    """The strings that sheets share, read as far as they are asked for: those of the form usually come first."""

    def __init__(self, part: bytes) -> None:
        self._rest = memoryview(part)
        self._texts: list[str] = []
        self._parser = parser()
        self._parser.StartElementHandler = self._start_table
        self._text = RichText()
        entry = Element(self._text.elements, self._text.begin, lambda _: self._texts.append(self._text.text))
        self._walk = Walk(self._parser, Element({main("si"): entry}))

    def __getitem__(self, index: int) -> str:
        """Return the string that a cell names. NotUnderstoodError if there is none."""
        while index >= len(self._texts) and self._rest:
            chunk, self._rest = self._rest[:_CHUNK], self._rest[_CHUNK:]
            feed(self._parser, bytes(chunk), is_last=not self._rest)
        if index >= len(self._texts):
            raise NotUnderstoodError
        return self._texts[index]

    def _start_table(self, name: str, _: Attributes) -> None:
        if name != main("sst"):
            raise NotUnderstoodError
        self._walk.begin()
