"""Workbooks made to harm: each is a sound standard workbook with one part bent, and the exit code it must end in."""

import struct
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from random import Random

from make_report.archive import read_parts, write_parts

MADE, ERRORS, REFUSED = 0, 1, 3
Parts = dict[str, bytes]

TABLE = "xl/worksheets/sheet4.xml"
STYLES, BOOK, BOOK_RELATIONS, TYPES = (
    "xl/styles.xml",
    "xl/workbook.xml",
    "xl/_rels/workbook.xml.rels",
    "[Content_Types].xml",
)
NAME = '<definedName name="n">A1</definedName>'
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


@dataclass(frozen=True, slots=True)
class Attack:
    """A file and the exit code that a run over it must end in."""

    name: str
    content: bytes
    code: int


def attacks(sound: bytes) -> Iterator[Attack]:
    """Yield every attack on a sound workbook."""
    parts = read_parts(sound)
    for name, (bend, code) in BENT.items():
        bent = dict(parts)
        bend(bent)
        yield Attack(name, write_parts(bent), code)
    for name, (rebuild, code) in REPACKED.items():
        yield Attack(name, rebuild(sound, parts), code)


def _before_end(part: str, markup: str, end: str = "</worksheet>") -> Callable[[Parts], None]:
    def bend(parts: Parts) -> None:
        parts[part] = parts[part].replace(end.encode(), f"{markup}{end}".encode(), 1)

    return bend


def _after_data(markup: str) -> Callable[[Parts], None]:
    def bend(parts: Parts) -> None:
        parts[TABLE] = parts[TABLE].replace(b"</sheetData>", f"</sheetData>{markup}".encode(), 1)

    return bend


def _rows(markup: str) -> Callable[[Parts], None]:
    return _before_end(TABLE, markup, "</sheetData>")


def _cell(markup: str) -> Callable[[Parts], None]:
    """Put markup in place of the first entry cell of the table."""

    def bend(parts: Parts) -> None:
        start = parts[TABLE].index(b'<c r="D7"')
        end = parts[TABLE].index(b'<c r="E7"')
        parts[TABLE] = parts[TABLE][:start] + markup.encode() + parts[TABLE][end:]

    return bend


def _replaced(part: str, old: str, new: str) -> Callable[[Parts], None]:
    def bend(parts: Parts) -> None:
        assert old.encode() in parts[part], (part, old)
        parts[part] = parts[part].replace(old.encode(), new.encode(), 1)

    return bend


def _declared(part: str, encoding: str) -> Callable[[Parts], None]:
    """Say of a part that it is in another encoding than it is."""

    def bend(parts: Parts) -> None:
        declaration = f'<?xml version="1.0" encoding="{encoding}"?>'.encode()
        parts[part] = declaration + parts[part][parts[part].index(b"?>") + 2 if b"?>" in parts[part] else 0 :]

    return bend


def _merges(count: int) -> str:
    return "".join(f'<mergeCell ref="A{row}:B{row}"/>' for row in range(1000, 1000 + count))


def _loose_rows(count: int) -> str:
    """Rows that say nothing of their place and do not deflate well."""
    chance = Random(1)  # noqa: S311 - the same rows each time
    return "".join(f'<row ht="{chance.random()}"/>' for _ in range(count))


def _sheets(count: int) -> str:
    return "".join(f'<sheet name="s{number}" sheetId="{number + 100}" r:id="rId4"/>' for number in range(count))


def _shared_strings(parts: Parts, strings: str) -> None:
    parts["xl/sharedStrings.xml"] = f'<sst xmlns="{MAIN}">{strings}</sst>'.encode()
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
    override = f'<Override PartName="/xl/sharedStrings.xml" ContentType="{kind}"/></Types>'
    parts[TYPES] = parts[TYPES].replace(b"</Types>", override.encode())
    relation = f'<Relationship Id="rId99" Type="{OFFICE}/sharedStrings" Target="sharedStrings.xml"/></Relationships>'
    parts[BOOK_RELATIONS] = parts[BOOK_RELATIONS].replace(b"</Relationships>", relation.encode())


def _with_strings(strings: str, cell: str) -> Callable[[Parts], None]:
    def bend(parts: Parts) -> None:
        _shared_strings(parts, strings)
        _cell(cell)(parts)

    return bend


def _elsewhere(cell: str) -> Callable[[Parts], None]:
    """Put markup in place of the first entry cell of the table, and the table's part into another folder."""

    def bend(parts: Parts) -> None:
        _cell(cell)(parts)
        parts["xl/table.xml"] = parts.pop(TABLE)
        parts[BOOK_RELATIONS] = parts[BOOK_RELATIONS].replace(TABLE.encode(), b"xl/table.xml")

    return bend


def _left_to_openpyxl(bend: Callable[[Parts], None]) -> Callable[[Parts], None]:
    """Spell a cell of the table so that the direct reader leaves the file to openpyxl, which must not hang either."""

    def both(parts: Parts) -> None:
        bend(parts)
        _replaced(TABLE, '<c r="D7"', '<c r="d7"')(parts)

    return both


def _without(name: str) -> Callable[[Parts], None]:
    def bend(parts: Parts) -> None:
        del parts[name]

    return bend


def _links(attributes: str, count: int = 1) -> Callable[[Parts], None]:
    return _after_data(f"<hyperlinks>{f'<hyperlink {attributes}/>' * count}</hyperlinks>")


BENT: Mapping[str, tuple[Callable[[Parts], None], int]] = {
    # Sizes that hang openpyxl.
    "one merge over the whole sheet": (
        _after_data('<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'),
        REFUSED,
    ),
    "twenty thousand merges": (_after_data(f"<mergeCells>{_merges(20_000)}</mergeCells>"), REFUSED),
    "a merge that is no range": (_after_data('<mergeCells><mergeCell ref="ZZZZZ1:A"/></mergeCells>'), REFUSED),
    "a merge that is written in codes": (
        _after_data('<mergeCells><mergeCell ref="&#67;7:D7"/></mergeCells>'),
        REFUSED,
    ),
    "a merge behind a sign that ends tags": (
        _after_data('<mergeCells><mergeCell x=">" ref="C7:D7"/></mergeCells>'),
        REFUSED,
    ),
    "a merge behind what looks like one": (
        _after_data("""<mergeCells><mergeCell x="ref='C7:D7'" ref="A1:XFD1048576"/></mergeCells>"""),
        REFUSED,
    ),
    "a merge with an odd prefix": (
        _after_data(f'<m-m:mergeCells xmlns:m-m="{MAIN}"><m-m:mergeCell ref="C7:D7"/></m-m:mergeCells>'),
        ERRORS,
    ),
    "a link over the whole sheet": (
        _after_data('<hyperlinks><hyperlink ref="A1:XFD1048576" location="A1"/></hyperlinks>'),
        REFUSED,
    ),
    "a link over a column": (_links('ref="A:A" location="A1"'), REFUSED),
    "a link over a few cells": (_links('ref="A1:C3" location="A1"'), MADE),
    "a link to a cell that is gone": (_links('ref="#REF!" location="A1"'), MADE),
    "a link behind a sign that ends tags": (_links('tooltip="&gt;>" ref="A1:XFD1048576"'), REFUSED),
    "a link behind what looks like one": (_links("""tooltip="ref='A1'" ref="A1:XFD1048576" """), REFUSED),
    "a link that is written in codes": (_links('ref="A1:&#88;FD1048576"'), REFUSED),
    "many links over many cells": (_links('ref="A1:J1000"', 11), REFUSED),
    "a validation over the whole sheet": (
        _after_data('<dataValidations><dataValidation sqref="A1:XFD1048576" type="whole"/></dataValidations>'),
        MADE,
    ),
    "a cell in the last corner": (_rows('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'), MADE),
    **{
        f"{name}, left to openpyxl": (_left_to_openpyxl(bend), MADE)
        for name, bend in {
            "a link over many cells": _links('ref="A1:J10000" location="A1"'),
            "a validation over the whole sheet": _after_data(
                '<dataValidations><dataValidation sqref="A1:XFD1048576" type="whole"/></dataValidations>'
            ),
            "a cell in the last corner": _rows('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'),
            "styled empty cells far out": _rows(
                "".join(f'<row r="{n}"><c r="XFD{n}" s="1"/></row>' for n in range(1000, 3000))
            ),
            "a long attribute": _after_data(f'<conditionalFormatting sqref="{"A1 " * 95_000}"/>'),
        }.items()
    },
    "styled empty cells far out": (
        _rows("".join(f'<row r="{n}"><c r="XFD{n}" s="1"/></row>' for n in range(1000, 3000))),
        MADE,
    ),
    "a million empty rows": (_rows("<row/>" * 1_000_000), REFUSED),
    "a million numbered rows": (_rows("".join(f'<row r="{n}"/>' for n in range(100, 300_000))), MADE),
    "half a million cells in one row": (_rows(f'<row r="99">{"<c/>" * 500_000}</row>'), REFUSED),
    "rows without numbers before the table": (
        _replaced(TABLE, "<sheetData>", f"<sheetData>{_loose_rows(200_000)}"),
        REFUSED,
    ),
    "rows without numbers behind the table": (_rows(_loose_rows(200_000)), MADE),
    "a long attribute": (_after_data(f'<conditionalFormatting sqref="{"A1 " * 40_000}"/>'), MADE),
    "tags that are never closed": (_rows("<row " * 190_000), REFUSED),
    "cells that are never closed": (_rows("<c r=" * 190_000), REFUSED),
    "merges that are never closed": (_after_data("<mergeCells>" + "<mergeCell " * 90_000), REFUSED),
    "spaces without end": (_rows(f"<row{' ' * 900_000}r{' ' * 90_000}/>"), REFUSED),
    "a long cell address": (_rows(f'<row r="99"><c r="{"A" * 300_000}99"><v>1</v></c></row>'), REFUSED),
    "a long row number": (_rows(f'<row r="{"9" * 5_000}"/>'), REFUSED),
    "a long number": (_cell(f'<c r="D7"><v>{"9" * 300_000}</v></c>'), REFUSED),
    "a long number format": (_replaced(STYLES, 'formatCode="', f'formatCode="{"0" * 300_000}'), MADE),
    "thirty thousand styles": (_replaced(STYLES, "</cellXfs>", f"{'<xf/>' * 30_000}</cellXfs>"), MADE),
    "twenty thousand fonts": (_replaced(STYLES, "</fonts>", f"{'<font/>' * 20_000}</fonts>"), MADE),
    "ten thousand sheets": (_replaced(BOOK, "</sheets>", f"{_sheets(10_000)}</sheets>"), REFUSED),
    "a hundred thousand names": (
        _replaced(
            BOOK,
            "</definedNames>",
            f"{NAME * 100_000}</definedNames>",
        ),
        REFUSED,
    ),
    "a million shared strings": (_with_strings("<si><t>x</t></si>" * 1_000_000, '<c r="D7"><v>0</v></c>'), REFUSED),
    "elements nested without end": (_rows("<a>" * 100_000), REFUSED),
    # Contents that mean something else than they seem to.
    "a shared string that does not exist": (
        _with_strings("<si><t>x</t></si>", '<c r="D7" t="s"><v>7</v></c>'),
        REFUSED,
    ),
    "a shared string before the first": (_with_strings("<si><t>x</t></si>", '<c r="D7" t="s"><v>-1</v></c>'), ERRORS),
    "a style that does not exist": (_cell('<c r="D7" s="99999"><v>0</v></c>'), REFUSED),
    "a number that is infinite": (_cell('<c r="D7"><v>1e400</v></c>'), ERRORS),
    "a number that is none": (_cell('<c r="D7"><v>nan</v></c>'), REFUSED),
    "a number as Python writes it": (_cell('<c r="D7"><v>1_0</v></c>'), REFUSED),
    "a number as Python writes it in another folder": (_elsewhere('<c r="D7"><v>1_0</v></c>'), REFUSED),
    "a table in another folder": (_elsewhere('<c r="D7"><v>0</v></c>'), MADE),
    "a number in Arabic digits": (_cell('<c r="D7"><v>١٠</v></c>'), REFUSED),
    "a number in hexadecimal": (_cell('<c r="D7"><v>0x10</v></c>'), REFUSED),
    "a number with spaces": (_cell('<c r="D7"><v> 0 </v></c>'), MADE),
    "a logical value": (_cell('<c r="D7" t="b"><v>1</v></c>'), ERRORS),
    "a formula never calculated": (_cell('<c r="D7"><f>1+1</f></c>'), ERRORS),
    "a cell of an unknown kind": (_cell('<c r="D7" t="zz"><v>0</v></c>'), MADE),
    "the same cell twice": (_cell('<c r="D7"><v>0</v></c><c r="D7"><v>5</v></c>'), REFUSED),
    "the same cell in two rows": (
        _replaced(TABLE, '<c r="D7"', '<c r="D8"><v>5</v></c><c r="D7"'),
        REFUSED,
    ),
    "the same cell, once in codes": (_cell('<c r="D7"><v>0</v></c><c r="&#68;7"><v>5</v></c>'), REFUSED),
    "the same cell, once without an address": (_cell('<c><v>5</v></c><c r="D7"><v>0</v></c>'), REFUSED),
    "two values in a cell": (_cell('<c r="D7"><v>0</v><v>5</v></c>'), REFUSED),
    "a value with markup in it": (_cell('<c r="D7"><v>0<b/>5</v></c>'), REFUSED),
    "rows out of order": (_rows('<row r="7"><c r="D7"><v>5</v></c></row>'), REFUSED),
    "a text with a shell's and a template's words": (
        _cell('<c r="D7" t="inlineStr"><is><t>{{ cycler.__init__.__globals__.os.popen("id").read() }}</t></is></c>'),
        ERRORS,
    ),
    # Parts that are missing, doubled, or lead elsewhere.
    "the table's part is missing": (_without(TABLE), ERRORS),
    "the workbook's part is missing": (_without(BOOK), REFUSED),
    "the relations are missing": (_without(BOOK_RELATIONS), REFUSED),
    "the types are missing": (_without(TYPES), REFUSED),
    "the styles are missing": (_without(STYLES), REFUSED),
    "a sheet that lies outside": (
        _replaced(BOOK_RELATIONS, 'Target="/xl/worksheets/sheet4.xml"', 'Target="../../../../etc/passwd"'),
        ERRORS,
    ),
    "a sheet on the Internet": (
        _replaced(
            BOOK_RELATIONS,
            'Target="/xl/worksheets/sheet4.xml"',
            'TargetMode="External" Target="http://127.0.0.1:1/a.xml"',
        ),
        ERRORS,
    ),
    "all sheets are the same part": (
        _replaced(BOOK_RELATIONS, 'Target="/xl/worksheets/sheet4.xml"', 'Target="/xl/worksheets/sheet5.xml"'),
        ERRORS,
    ),
    "entities that explode": (
        _replaced(TABLE, "<worksheet", '<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><worksheet'),
        REFUSED,
    ),
    "a file of the machine as an entity": (
        _replaced(TABLE, "<worksheet", '<!DOCTYPE w [<!ENTITY a SYSTEM "file:///etc/passwd">]><worksheet'),
        REFUSED,
    ),
    "a part that ends in the middle": (_replaced(TABLE, "</sheetData>", "<row"), REFUSED),
    "a part in UTF-16": (lambda parts: parts.update({TABLE: parts[TABLE].decode().encode("utf-16")}), REFUSED),
    "types in an encoding that is none": (_declared(TYPES, "str"), REFUSED),
    "types in an encoding of several bytes": (_declared(TYPES, "GBK"), REFUSED),
    "relations in an encoding that is none": (_declared("_rels/.rels", "str"), REFUSED),
    "a part of zeros": (lambda parts: parts.update({TABLE: bytes(1000)}), REFUSED),
    "an empty part": (lambda parts: parts.update({TABLE: b""}), REFUSED),
}


def _renamed(sound: bytes, _parts: Mapping[str, bytes]) -> bytes:
    return sound.replace(b"xl/worksheets/sheet5.xml", b"xl/worksheets/sheet4.xml")


def _encrypted(sound: bytes, _parts: Mapping[str, bytes]) -> bytes:
    content = bytearray(sound)
    for start, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = -1
        while (place := content.find(start, place + 1)) >= 0:
            content[place + offset] |= 1
    return bytes(content)


def _other_compression(sound: bytes, _parts: Mapping[str, bytes]) -> bytes:
    content = bytearray(sound)
    for start, offset in ((b"PK\x03\x04", 8), (b"PK\x01\x02", 10)):
        place = -1
        while (place := content.find(start, place + 1)) >= 0:
            content[place + offset : place + offset + 2] = struct.pack("<H", 99)
    return bytes(content)


def _false_checksum(sound: bytes, _parts: Mapping[str, bytes]) -> bytes:
    content = bytearray(sound)
    place = content.find(b"PK\x01\x02")
    content[place + 16 : place + 20] = bytes(4)
    return bytes(content)


def _bomb(_sound: bytes, parts: Mapping[str, bytes]) -> bytes:
    return write_parts({**parts, "xl/media/a.bin": bytes(40 * 1024 * 1024)})


def _many_parts(_sound: bytes, parts: Mapping[str, bytes]) -> bytes:
    return write_parts({**parts, **{f"xl/media/{number}": b"" for number in range(1_000)}})


def _strange_names(_sound: bytes, parts: Mapping[str, bytes]) -> bytes:
    return write_parts({**parts, "../../outside.xml": b"<a/>", "/etc/passwd": b"<a/>", "C:\\a.xml": b"<a/>"})


def _named(change: Callable[[str], str]) -> "Rebuild":
    """Name all parts otherwise."""
    return lambda _sound, parts: write_parts({change(name): part for name, part in parts.items()})


def _polyglot(sound: bytes, _parts: Mapping[str, bytes]) -> bytes:
    return b"PK\x03\x04" + bytes(1000) + sound


def _two_archives(sound: bytes, parts: Mapping[str, bytes]) -> bytes:
    return write_parts({**parts, TABLE: b"<worksheet/>"}) + sound


Rebuild = Callable[[bytes, Mapping[str, bytes]], bytes]
REPACKED: Mapping[str, tuple[Rebuild, int]] = {
    "two parts of one name": (_renamed, REFUSED),
    "an archive said to be encrypted": (_encrypted, REFUSED),
    "a part without a name": (lambda sound, _parts: sound.replace(b"docProps/app.xml", b"\0ocProps/app.xml"), REFUSED),
    "an unknown compression": (_other_compression, REFUSED),
    "a false checksum": (_false_checksum, REFUSED),
    "a bomb": (_bomb, REFUSED),
    "too many parts": (_many_parts, REFUSED),
    "parts with names that lead outside": (_strange_names, MADE),
    "parts in small letters": (_named(str.lower), MADE),
    "parts in capitals": (_named(str.upper), MADE),
    "parts with backslashes": (_named(lambda name: name.replace("/", "\\")), MADE),
    "parts from a root": (_named(lambda name: f"/{name}"), REFUSED),
    "something before the archive": (_polyglot, MADE),
    "two archives in one file": (_two_archives, MADE),
    "half an archive": (lambda sound, _parts: sound[: len(sound) // 2], REFUSED),
    "an archive without its end": (lambda sound, _parts: sound[:-22], REFUSED),
}
