"""A compiled catalogue of gettext (.mo), in which a sentence is looked up without reading all the others.

The module gettext reads a whole catalogue before the first sentence; a run says a few dozen of ours.
"""

import struct
from bisect import bisect_left
from functools import cached_property

_HEAD = struct.Struct("<5I")
_MAGIC = 0x950412DE
_PLACE = struct.Struct("<2I")


class Sentences:
    """The sentences of a catalogue, sorted as the format has them (GNU gettext manual, 10.3).

    ValueError if it is none, or one of a machine that puts the large end first.
    """

    def __init__(self, content: bytes) -> None:
        self._content = content
        if len(content) < _HEAD.size or self._head[0] != _MAGIC:
            message = "no catalogue of sentences"
            raise ValueError(message)

    @cached_property
    def _head(self) -> tuple[int, ...]:
        return _HEAD.unpack_from(self._content)

    def get(self, sentence: str) -> str:
        """Return what stands for a sentence, itself if nothing does."""
        _, _, count, originals, translations = self._head
        wanted = sentence.encode()
        number = bisect_left(range(count), wanted, key=lambda number: self._text(originals, number))
        if number == count or self._text(originals, number) != wanted:
            return sentence
        return self._text(translations, number).decode()

    def _text(self, table: int, number: int) -> bytes:
        length, start = _PLACE.unpack_from(self._content, table + number * _PLACE.size)
        return self._content[start : start + length]
