"""Workbooks whose texts are shared strings, as Excel, WPS and LibreOffice write them; openpyxl writes them inline."""

import re

from make_report.archive import read_parts, write_parts
from tests.hostile.workbooks import BOOK_RELATIONS, MAIN, OFFICE, TYPES

_INLINE = re.compile(r'<c r="([A-Z]+[0-9]+)"((?: s="[0-9]+")?) t="inlineStr"><is>(.*?)</is></c>', re.DOTALL)


def as_shared_strings(content: bytes) -> bytes:
    """Return a workbook that openpyxl wrote, its texts moved into a part of shared strings."""
    parts = read_parts(content)
    strings: list[str] = []

    def share(match: re.Match[str]) -> str:
        strings.append(match[3])
        return f'<c r="{match[1]}"{match[2]} t="s"><v>{len(strings) - 1}</v></c>'

    for name, part in parts.items():
        if name.startswith("xl/worksheets/sheet"):
            parts[name] = _INLINE.sub(share, part.decode()).encode()
    return write_parts(with_strings(parts, strings))


def with_strings(parts: dict[str, bytes], strings: list[str]) -> dict[str, bytes]:
    """Return parts with a part of shared strings, each given as its XML."""
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
    override = f'<Override PartName="/xl/sharedStrings.xml" ContentType="{kind}"/></Types>'
    relation = f'<Relationship Id="rId99" Type="{OFFICE}/sharedStrings" Target="sharedStrings.xml"/></Relationships>'
    entries = "".join(f"<si>{text}</si>" for text in strings)
    return {
        **parts,
        "xl/sharedStrings.xml": f'<sst xmlns="{MAIN}">{entries}</sst>'.encode(),
        TYPES: parts[TYPES].replace(b"</Types>", override.encode()),
        BOOK_RELATIONS: parts[BOOK_RELATIONS].replace(b"</Relationships>", relation.encode()),
    }
