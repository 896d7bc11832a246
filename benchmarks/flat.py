"""The shipped template as peers can fill it: the same tables and texts, a tag for each field, no loops.

    python benchmarks/flat.py FOLDER

writes places.json, which says which tag stands in which cell, and a template in the syntax of each peer. The docxtpl
family fills the shipped template as it is; for the others loops and conditions are left out, and a text stands as one
paragraph. That favours those others.
"""

import json
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from lxml import etree

from make_report.app_work import library
from make_report.archive import read_parts, write_parts
from make_report.form.field import Kind
from make_report.form.layout import layout_of

FORM = "zfxxgk-2021"
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DOCUMENT = "word/document.xml"
SYNTAXES: dict[str, Callable[[str], str]] = {
    "braces": lambda tag: f"{{{tag}}}",
    "carbone": lambda tag: f"{{d.{tag}}}",
}


def main() -> None:
    """Write places.json and the templates."""
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    form = library().form(FORM)
    places = layout_of(form).places
    tags = {field.id: f"f{number}" for number, field in enumerate(form.fields.values())}
    cells = {
        tags[field.id]: {
            "field": field.id,
            "paragraphs": field.kind is Kind.PARAGRAPHS,
            "many": field.kind is Kind.PARAGRAPHS and "." not in field.id and field.id == field.section,
            "sheet": places[field.id].sheet,
            "row": places[field.id].row,
            "column": places[field.id].column,
        }
        for field in form.fields.values()
    }
    (folder / "places.json").write_text(json.dumps(cells, ensure_ascii=False), "utf-8")
    template = library().template(FORM).read_bytes()
    flat = flattened(read_parts(template)[DOCUMENT], tags)
    for syntax, tag in SYNTAXES.items():
        document = "".join(tag(piece) if odd else piece for odd, piece in split(flat))
        (folder / f"{syntax}.docx").write_bytes(filled_in(template, document))
    (folder / "merge.docx").write_bytes(filled_in(template, merge_fields(flat)))


def flattened(document: bytes, tags: dict[str, str]) -> str:
    """Return the document with «tag» for each field: a loop becomes one paragraph, conditions go."""
    root = etree.fromstring(document)
    loop: tuple[str, etree._Element | None] | None = None
    for paragraph in list(root.iter(f"{WORD}p")):
        text = "".join(paragraph.itertext())
        if begins := re.search(r"\{%p for \w+ in ([\w.]+) %\}", text):
            loop = (begins[1], None)
        elif loop and "endfor" in text:
            if loop[1] is not None and loop[0] in tags:
                say(loop[1], f"«{tags[loop[0]]}»")
                paragraph.addprevious(loop[1])
            loop = None
        elif loop:
            loop = (loop[0], paragraph if "{{" in text else loop[1])
        elif "{%" not in text:
            continue
        paragraph.getparent().remove(paragraph)
    flat = etree.tostring(root, encoding="unicode")
    return re.sub(r"\{\{ ([\w.]+) \}\}", lambda at: f"«{tags[at[1]]}»" if at[1] in tags else "", flat)


def split(flat: str) -> Iterator[tuple[bool, str]]:
    """Yield what stands between tags, and the name of each tag, marked as such."""
    for place, piece in enumerate(re.split(r"«(\w+)»", flat)):
        yield place % 2 == 1, piece


def say(paragraph: etree._Element, text: str) -> None:
    """Let the first run of a paragraph say all of its text."""
    first, *others = paragraph.iter(f"{WORD}t")
    first.text = text
    for other in others:
        other.text = ""


def merge_fields(flat: str) -> str:
    """Return the document with a merge field in the place of each tag."""
    return re.sub(
        r"<w:r(?: [^>]*)?>((?:(?!</w:r>).)*?)<w:t(?: [^>]*)?>«(\w+)»</w:t></w:r>",
        r'<w:fldSimple w:instr=" MERGEFIELD \2 "><w:r>\1<w:t>«\2»</w:t></w:r></w:fldSimple>',
        flat,
    )


def filled_in(template: bytes, document: str) -> bytes:
    """Return the template with another document in it."""
    return write_parts(read_parts(template) | {DOCUMENT: document.encode()})


if __name__ == "__main__":
    main()
