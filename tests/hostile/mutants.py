"""Workbooks broken at random: parts dropped, cut, swapped, doubled and bent, names, attributes, cells, bytes changed.

Each must end in a sentence or in a sound report, and each figure read must be the one that openpyxl finds in that cell.
"""

import io
import random
import re
import warnings
import zipfile
from collections.abc import Callable
from contextlib import redirect_stdout
from decimal import Decimal

import openpyxl

from make_report.errors import MakeReportError
from make_report.form.field import Kind
from make_report.form.library import Library
from make_report.show.judged import Judged
from make_report.workbook.annotate import marked_workbook
from tests.conftest import TEMPLATES
from tests.trials import in_library, tried

LIBRARY = Library((TEMPLATES,), "en")
Parts = list[tuple[str, bytes]]
Chance = random.Random
TOKENS = tuple(
    "|0|1|-1|99999999999|A1|XFD1048576|D7|A1:B9|D7:J9|s|n|b|e|d|str|inlineStr|shared|array|1E3|1e400|0x1F|１２|一|NaN|true"
    "|General|0;;;@|yyyy-mm-dd|rId1|rId9999|External|/xl/workbook.xml|../worksheets/sheet2.xml|_x0041_|&#x41;|&amp;"
    "| 12 |veryHidden".encode().split(b"|")
)
"""What attributes and texts become."""


def weighed(parts: Parts, chance: Chance) -> int:
    """Return the place of a part, mostly one that is read."""
    read = [
        place for place, (name, _) in enumerate(parts) if re.search(r"sheet|workbook|styles|String|Types|rels", name)
    ]
    return chance.choice(read if read and chance.random() < 0.9 else range(len(parts)))


def dropped(parts: Parts, chance: Chance) -> None:
    """Leave a part out."""
    del parts[weighed(parts, chance)]


def cut(parts: Parts, chance: Chance) -> None:
    """End a part too early."""
    place = weighed(parts, chance)
    name, part = parts[place]
    parts[place] = (name, part[: chance.randrange(len(part) + 1)])


def swapped(parts: Parts, chance: Chance) -> None:
    """Let two parts change places."""
    one, other = weighed(parts, chance), weighed(parts, chance)
    (first, part), (second, another) = parts[one], parts[other]
    parts[one], parts[other] = (first, another), (second, part)


def doubled(parts: Parts, chance: Chance) -> None:
    """Put a part in twice, or a changed one beside it under the same or a like name."""
    name, part = parts[weighed(parts, chance)]
    name = chance.choice((name, name.upper(), name.replace("/", "\\"), f"./{name}", f"/{name}", f"copy/{name}"))
    parts.insert(chance.randrange(len(parts) + 1), (name, part.replace(b"1", b"7", chance.randrange(20))))


def renamed(parts: Parts, chance: Chance) -> None:
    """Spell the names of parts otherwise."""
    change: Callable[[str], str] = chance.choice(
        (str.lower, str.upper, lambda name: name.replace("/", "\\"), lambda name: f"/{name}", lambda name: f"{name} ")
    )
    places = range(len(parts)) if chance.random() < 0.5 else [weighed(parts, chance)]
    for place in places:
        parts[place] = (change(parts[place][0]), parts[place][1])


def flipped(parts: Parts, chance: Chance) -> None:
    """Change some bytes of a part."""
    place = weighed(parts, chance)
    name, part = parts[place][0], bytearray(parts[place][1])
    for _ in range(chance.randrange(1, 6)):
        if part:
            part[chance.randrange(len(part))] = chance.randrange(256)
    parts[place] = (name, bytes(part))


def _bent(pattern: bytes, parts: Parts, chance: Chance, become: Callable[[re.Match[bytes]], bytes]) -> None:
    place = weighed(parts, chance)
    name, part = parts[place]
    found = [*re.finditer(pattern, part)]
    for match in sorted(chance.sample(found, min(len(found), chance.randrange(1, 4))), key=lambda one: -one.start()):
        part = part[: match.start()] + become(match) + part[match.end() :]
    parts[place] = (name, part)


def attributes(parts: Parts, chance: Chance) -> None:
    """Give attributes other values."""
    _bent(rb'[\w:]+="[^"]*"', parts, chance, lambda at: at[0].split(b"=")[0] + b'="' + chance.choice(TOKENS) + b'"')


def fewer_attributes(parts: Parts, chance: Chance) -> None:
    """Leave attributes out."""
    _bent(rb'\s[\w:]+="[^"]*"', parts, chance, lambda _: b"")


def texts(parts: Parts, chance: Chance) -> None:
    """Put other text between tags."""
    _bent(rb">[^<]+<", parts, chance, lambda _: b">" + chance.choice(TOKENS) + b"<")


def elements(parts: Parts, chance: Chance) -> None:
    """Double or drop whole cells, rows, strings, relations and the like, or put them elsewhere."""
    place = weighed(parts, chance)
    name, part = parts[place]
    found = [
        *re.finditer(
            rb"<(c|row|si|sheet|xf|numFmt|Relationship|Override|mergeCell)\b[^<>]*?(/>|>.*?</\1>)", part, re.DOTALL
        )
    ]
    if found:
        match, target = chance.choice(found), chance.choice(found)
        kept = part if chance.random() < 0.5 else part[: match.start()] + part[match.end() :]
        at = min(target.start(), len(kept))
        part = kept[:at] + (match[0] if chance.random() < 0.7 else b"") + kept[at:]
    parts[place] = (name, part)


def prefixed(parts: Parts, chance: Chance) -> None:
    """Write a sheet as some programs do: with a prefix, a comment, another declaration, other white space."""
    place = weighed(parts, chance)
    name, part = parts[place]
    change = chance.randrange(5)
    if change == 0:
        part = re.sub(rb"<(/?)(?=[a-zA-Z])(?!\w+:)", rb"<\1x:", part).replace(b"xmlns=", b"xmlns:x=", 1)
    elif change == 1:
        part = part.replace(b"><", chance.choice((b"><!-- x --><", b">\n  <", b"><?x y?><")), chance.randrange(1, 40))
    elif change == 2:
        part = part.replace(b'encoding="UTF-8"', chance.choice((b'encoding="GBK"', b'encoding="utf-16"', b"")), 1)
    elif change == 3:
        part = b"\xef\xbb\xbf" + part
    else:
        part = part.replace(b'"', b"'")
    parts[place] = (name, part)


def fewer_bytes(content: bytes, chance: Chance) -> bytes:
    """Change the archive itself: cut it, flip bytes of it, put something before or behind it."""
    change, place = chance.randrange(4), chance.randrange(len(content))
    if change == 0:
        return content[:place]
    if change == 1:
        return content[:place] + bytes([chance.randrange(256)]) + content[place + 1 :]
    if change == 2:
        start = content.rfind(b"PK\x05\x06") if chance.random() < 0.5 else content.find(b"PK\x01\x02")
        at = min(start + chance.randrange(60), len(content) - 1)
        return content[:at] + bytes([chance.randrange(256)]) + content[at + 1 :]
    return bytes(chance.randrange(100)) + content + bytes(chance.randrange(100))


CHANGES = (dropped, cut, swapped, doubled, renamed, flipped, attributes, attributes, fewer_attributes, texts, texts,
           elements, elements, prefixed)  # fmt: skip


def mutant(content: bytes, chance: Chance) -> tuple[bytes, str]:
    """Return a broken copy of a workbook, and how it was broken."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = [(name, archive.read(name)) for name in archive.namelist()]
    changes = chance.choices(CHANGES, k=chance.choice((1, 1, 2, 3)))
    for change in changes:
        change(parts, chance)
    target = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        warnings.simplefilter("ignore")
        for name, part in parts:
            archive.writestr(name, part)
    said = ", ".join(change.__name__ for change in changes)
    if chance.random() < 0.15:
        return fewer_bytes(target.getvalue(), chance), f"{said}, bytes"
    return target.getvalue(), said


def outcome(content: bytes) -> str:
    """Return what becomes of a mutant; AssertionError if a figure is not openpyxl's, or if anything is printed."""
    with redirect_stdout(io.StringIO()) as printed:
        judged = tried(content, *in_library(LIBRARY))
    assert not printed.getvalue()
    if judged is None:
        return "refused"
    try:
        marked_workbook(content, judged[0].findings, "zh-CN")
        _assert_figures(content, judged[0])
    except MakeReportError:
        return "read, not marked"
    return "made" if judged[1] else "errors"


def _assert_figures(content: bytes, judged: Judged) -> None:
    """See that each figure read is the number that openpyxl, loading the whole workbook, has in the cell."""
    try:
        book = openpyxl.load_workbook(io.BytesIO(content), data_only=True)
    except Exception:  # noqa: BLE001 - it refuses a workbook for a fault in what nobody reads
        return
    for name, field in judged.form.fields.items():
        value = judged.filing[name]
        if field.kind is Kind.NUMBER and value.number is not None and value.place.sheet in book.sheetnames:
            there = book[value.place.sheet][value.place.cell].value
            is_number = isinstance(there, int | float) and not isinstance(there, bool)
            # A text that can be read as one number only is read as that.
            assert isinstance(there, str) or (is_number and Decimal(str(there)) == value.number), (
                name, value.place, there, value.number
            )  # fmt: skip
