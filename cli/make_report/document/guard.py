"""Before a Word template is filled: it may come from anywhere, and what is in it reaches the published report.

Refused is what brings programs into the report or fetches something when it is opened, and what breaks the limits that
hold for workbooks too (archive.py). The tags are looked at in tags.py.
"""

from collections.abc import Iterator, Mapping

from lxml import etree

from make_report.archive import (
    LARGEST_CONTENT,
    LARGEST_FILE,
    MEGABYTE,
    MOST_PARTS,
    Reason,
    UnreadableArchiveError,
    bounded_parts,
    has_declaration,
)
from make_report.document.guard_marks import marks_given_twice
from make_report.document.ooxml import Element, local_name, named, parsed, printed_text
from make_report.document.tagged import FILLED, SIGN
from make_report.errors import TemplateError
from make_report.language import marked, translate
from make_report.patterns import expression

_NO_WORD_FILE = marked("The Word template is damaged or no Word file (.docx). Please save it anew in Word or WPS.")
_ENCRYPTED = marked("The Word template is protected by a password. Please remove it and save the template.")
_TOO_LARGE = marked("The Word template is larger than {limit} MB. Please take large pictures out of it.")
_TOO_MANY_PARTS = marked("The Word template has more than {limit} parts. Please copy its text into a new document.")
_BOMB = marked("The Word template is packed far more tightly than any document. Please copy its text into a new one.")
_DECLARATION = marked("The Word template holds a document type declaration in {part}, which no document needs.")
_PROGRAM = marked("The Word template holds a macro, a control or an embedded object ({part}). Please remove it.")
_ELSEWHERE = marked("The Word template fetches something from elsewhere ({target}). Please take that out.")
_FIELD = marked(
    "The Word template has a field {field}, which fetches or starts something, in {part} (near “{near}”). "
    "Please delete the field."
)
_TAG_IN_FIELD = marked(
    "The Word template has a tag in a field, in {part} (near “{near}”): what is filled in there would be a command to "
    "Word. Please put the tag into the text."
)
_TWICE = marked(
    "The Word template gives the mark “{mark}” to two of a kind ({kind}) in {part}. Please save it anew in Word or WPS."
)
_CHUNK = marked("The Word template includes another file ({part}). Please copy its text into the template.")

_SENTENCES = {
    Reason.DAMAGED: (_NO_WORD_FILE, 0),
    Reason.ENCRYPTED: (_ENCRYPTED, 0),
    Reason.TOO_LARGE: (_TOO_LARGE, LARGEST_FILE // MEGABYTE),
    Reason.TOO_MUCH_CONTENT: (_TOO_LARGE, LARGEST_CONTENT // MEGABYTE),
    Reason.TOO_MANY_PARTS: (_TOO_MANY_PARTS, MOST_PARTS),
    Reason.BOMB: (_BOMB, 0),
}
_TYPES, _TEXT = "[Content_Types].xml", "word/document.xml"
_PROGRAM_PART = expression(r"(?i)vbaProject|vbaData|/activeX/|/embeddings/|/customUI")
_MACROS = b"macroEnabled"
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_PACKAGE = expression(r"\.rels$|^\[Content_Types\]\.xml$")
_NEEDED: Mapping[str, tuple[str, ...]] = {
    "Relationship": ("Id", "Type", "Target"),
    "Default": ("Extension", "ContentType"),
    "Override": ("PartName", "ContentType"),
}
"""What each entry that keeps the package together must say (ISO/IEC 29500-2)."""
_MOST_NEAR = 40
"""Characters of a paragraph by which it is found."""
_LINK = expression(r"(?i)(https?|mailto):")
_CHUNKS = ("/aFChunk", "/subDocument", "/attachedTemplate", "/frame", "/oleObject", "/control")
_FETCHING_FIELD = expression(
    r"(?i)\b(INCLUDETEXT|INCLUDEPICTURE|INCLUDE|IMPORT|DDEAUTO|DDE|LINK|DATABASE|RD|MACROBUTTON)\b"
)


def guarded_template(content: bytes, language: str) -> dict[str, bytes]:
    """Return the parts of a Word template. TemplateError says why it is refused, and where."""
    try:
        parts = bounded_parts(content)
    except UnreadableArchiveError as error:
        sentence, limit = _SENTENCES[error.reason]
        raise _refusal(sentence, language, limit=limit) from error
    if not {_TYPES, _TEXT} <= parts.keys():
        raise _refusal(_NO_WORD_FILE, language)
    for name, part in parts.items():
        if name.endswith((".xml", ".rels")) and has_declaration(part):
            raise _refusal(_DECLARATION, language, part=name)
        if _PROGRAM_PART.search(name) or (name == _TYPES and _MACROS in part):
            raise _refusal(_PROGRAM, language, part=name)
    try:
        # What is filled in is parsed here in any case: all that comes later may trust it to be well-formed.
        _refuse_foreign(parts, language)
        for part, of_kind, mark in marks_given_twice(parts):
            raise _refusal(_TWICE, language, part=part, kind=of_kind, mark=mark[:80])
        if not all(_is_whole(one) for name in parts if _PACKAGE.search(name) for one in parsed(parts[name])):
            raise _refusal(_NO_WORD_FILE, language)
    except etree.XMLSyntaxError as error:
        raise _refusal(_NO_WORD_FILE, language) from error
    return parts


def _is_whole(entry: Element) -> bool:
    return all(entry.get(name) for name in _NEEDED.get(local_name(entry.tag), ()))


def _refuse_foreign(parts: Mapping[str, bytes], language: str) -> None:
    for name, part in parts.items():
        if name.endswith(".rels"):
            for relation in parsed(part).iter(_RELATION):
                target, kind = relation.get("Target", ""), relation.get("Type", "")
                if kind.endswith(_CHUNKS):
                    raise _refusal(_CHUNK, language, part=target)
                is_link = kind.endswith("/hyperlink") and _LINK.match(target)
                if relation.get("TargetMode") == "External" and not is_link:
                    raise _refusal(_ELSEWHERE, language, target=target[:80])
        elif FILLED.fullmatch(name) or (name.startswith("word/") and name.endswith(".xml") and b"instr" in part):
            for instruction, near in _instructions(part):
                if SIGN.search(instruction):
                    raise _refusal(_TAG_IN_FIELD, language, part=name, near=near)
                if found := _FETCHING_FIELD.search(instruction):
                    raise _refusal(_FIELD, language, field=found[1].upper(), part=name, near=near)


def _instructions(part: bytes) -> Iterator[tuple[str, str]]:
    """Yield the fields' instructions of each paragraph, put together, and its text: Word splits them at will."""
    root = parsed(part)
    for field in root.iter(named("fldSimple")):
        yield field.get(named("instr"), ""), _near(next(field.iterancestors(named("p")), field))
    for paragraph in root.iter(named("p")):
        yield "".join(piece.text or "" for piece in paragraph.iter(named("instrText"))), _near(paragraph)


def _near(paragraph: Element) -> str:
    return " ".join(printed_text(paragraph).split())[:_MOST_NEAR]


def _refusal(sentence: str, language: str, **operands: object) -> TemplateError:
    return TemplateError(translate(sentence, language).format(**operands))
