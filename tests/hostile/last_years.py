"""Last year's reports made to harm: a JSON file, a Word file that make-report made, each bent; with the exit code."""

import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from make_report.archive import read_parts, write_parts
from tests.hostile.workbooks import Attack

TAKEN, CALLED_WRONGLY, REFUSED = 0, 2, 3
TEXT = "word/document.xml"


def data_attacks(sound: Mapping[str, Any]) -> Iterator[Attack]:
    """Yield every attack by a JSON file."""
    for name, (content, code) in RAW.items():
        yield Attack(name, content, code)
    for name, (change, code) in CHANGED.items():
        yield Attack(name, json.dumps({**sound, **change}).encode(), code)


def report_attacks(sound: bytes) -> Iterator[Attack]:
    """Yield every attack by a Word file."""
    parts = read_parts(sound)
    for name, (bend, code) in BENT.items():
        bent = dict(parts)
        bend(bent)
        yield Attack(name, write_parts(bent), code)
    yield Attack("half a Word file", sound[: len(sound) // 2], REFUSED)


RAW: Mapping[str, tuple[bytes, int]] = {
    "lists without end": (b'{"form":' + b"[" * 100_000, CALLED_WRONGLY),
    "groups without end": (b'{"a":' * 100_000, CALLED_WRONGLY),
    "lists in lists": (b'{"form": "zfxxgk-2021", "overview": ' + b"[" * 900 + b"]" * 900 + b"}", CALLED_WRONGLY),
    "groups in groups": (b'{"form": "zfxxgk-2021", "requests": ' * 900 + b"1" + b"}" * 900, CALLED_WRONGLY),
    "a number of many digits": (b'{"form": "zfxxgk-2021", "year": ' + b"9" * 10_000 + b"}", CALLED_WRONGLY),
    "an infinite number": (b'{"form": "zfxxgk-2021", "year": 1e999}', CALLED_WRONGLY),
    "a number that is none": (b'{"form": "zfxxgk-2021", "year": NaN}', CALLED_WRONGLY),
    "an exponent without end": (b'{"form": "zfxxgk-2021", "year": 1e999999999}', CALLED_WRONGLY),
    "no end": (b'{"form": "zfxxgk-2021"', CALLED_WRONGLY),
    "a list for a form": (b'{"form": ["zfxxgk-2021"]}', REFUSED),
    "a form that leads elsewhere": (b'{"form": "../../etc"}', CALLED_WRONGLY),
    "bytes that are no text": (b'{"form": "\xff\xfe"}', REFUSED),
    "the same name twice": (b'{"form": "zfxxgk-2021", "year": 2022, "year": 1}', CALLED_WRONGLY),
}
CHANGED: Mapping[str, tuple[dict[str, Any], int]] = {
    "half a character": ({"org": "局\ud800"}, TAKEN),
    "a control character": ({"org": "局\x00\x07"}, TAKEN),
    "a formula": ({"org": '=HYPERLINK("http://127.0.0.1","x")'}, TAKEN),
    "the words of a template": ({"org": "{{ cycler.__init__.__globals__ }}"}, TAKEN),
    "a very long text": ({"org": "局" * 100_000}, CALLED_WRONGLY),
    "many paragraphs": ({"overview": ["一"] * 10_000}, CALLED_WRONGLY),
    "a figure of many digits": ({"requests": {"received": {"natural_person": 10**400}}}, CALLED_WRONGLY),
    "a group for a text": ({"org": {"org": {}}}, CALLED_WRONGLY),
    "a name that is special": ({"__class__": {"__init__": 1}}, CALLED_WRONGLY),
}


def _replaced(old: bytes, new: bytes, count: int = 1) -> Callable[[dict[str, bytes]], None]:
    def bend(parts: dict[str, bytes]) -> None:
        assert old in parts[TEXT], old
        parts[TEXT] = parts[TEXT].replace(old, new, count)

    return bend


BENT: Mapping[str, tuple[Callable[[dict[str, bytes]], None], int]] = {
    "entities that explode": (_replaced(b"<w:document", b'<!DOCTYPE a [<!ENTITY b "c">]><w:document'), REFUSED),
    "a span that is no number": (_replaced(b'<w:gridSpan w:val="', b'<w:gridSpan w:val="x'), TAKEN),
    "a span without end": (_replaced(b'<w:gridSpan w:val="', b'<w:gridSpan w:val="' + b"9" * 5_000), TAKEN),
    "a text that ends in the middle": (_replaced(b"</w:body>", b"<w:p"), REFUSED),
    "no body": (lambda parts: parts.update({TEXT: b"<a/>"}), REFUSED),
    "elements nested without end": (_replaced(b"<w:sectPr", b"<w:p>" * 100_000 + b"<w:sectPr"), REFUSED),
    "twenty thousand paragraphs": (_replaced(b"<w:sectPr", b"<w:p/>" * 20_000 + b"<w:sectPr"), TAKEN),
    "a bomb": (lambda parts: parts.update({TEXT: parts[TEXT] + b" " * 60 * 1024 * 1024}), REFUSED),
    "no year": (_replaced("年".encode(), "月".encode(), 1_000), REFUSED),
}
