"""Word templates made to harm: each is a sound template with one part bent, and what its refusal speaks of."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from make_report.archive import read_parts, write_parts

Parts = dict[str, bytes]

TEXT, RELATIONS, TYPES = "word/document.xml", "word/_rels/document.xml.rels", "[Content_Types].xml"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
WORD_TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"


@dataclass(frozen=True, slots=True)
class Attack:
    """A template that must be refused."""

    name: str
    content: bytes


def attacks(sound: bytes) -> Iterator[Attack]:
    """Yield every attack on a sound template."""
    parts = read_parts(sound)
    for name, bend in BENT.items():
        bent = dict(parts)
        bend(bent)
        yield Attack(name, write_parts(bent))


def _paragraph(text: str) -> Callable[[Parts], None]:
    """Put a paragraph with this text in front of all others."""

    def bend(parts: Parts) -> None:
        paragraph = f'<w:p><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'
        parts[TEXT] = parts[TEXT].replace(b"<w:body>", f"<w:body>{paragraph}".encode(), 1)

    return bend


def _field(instruction: str) -> Callable[[Parts], None]:
    def bend(parts: Parts) -> None:
        field = f'<w:p><w:fldSimple w:instr="{instruction}"><w:r><w:t>x</w:t></w:r></w:fldSimple></w:p>'
        parts[TEXT] = parts[TEXT].replace(b"<w:body>", f"<w:body>{field}".encode(), 1)

    return bend


def _related(kind: str, target: str, mode: str = ' TargetMode="External"') -> Callable[[Parts], None]:
    def bend(parts: Parts) -> None:
        relation = f'<Relationship Id="rId900" Type="{OFFICE}/{kind}" Target="{target}"{mode}/></Relationships>'
        parts[RELATIONS] = parts[RELATIONS].replace(b"</Relationships>", relation.encode())

    return bend


def _notes(kind: str) -> Callable[[Parts], None]:
    def bend(parts: Parts) -> None:
        _related(f"{kind}s", f"{kind}s.xml", "")(parts)
        parts[f"word/{kind}s.xml"] = (
            f'<w:{kind}s xmlns:w="{WORD}"><w:{kind} w:id="2"><w:p><w:r><w:t>{{{{ org }}}}</w:t></w:r></w:p></w:{kind}>'
            f"</w:{kind}s>"
        ).encode()
        override = f'<Override PartName="/word/{kind}s.xml" ContentType="{WORD_TYPES}.{kind}s+xml"/></Types>'
        parts[TYPES] = parts[TYPES].replace(b"</Types>", override.encode())

    return bend


def _part(name: str, content: bytes) -> Callable[[Parts], None]:
    return lambda parts: parts.update({name: content})


def _both(*bends: Callable[[Parts], None]) -> Callable[[Parts], None]:
    def bend(parts: Parts) -> None:
        for each in bends:
            each(parts)

    return bend


def _twice(root: str, markup: str) -> bytes:
    return f'<w:{root} xmlns:w="{WORD}">{markup * 2}</w:{root}>'.encode()


def _without(name: str) -> Callable[[Parts], None]:
    def bend(parts: Parts) -> None:
        del parts[name]

    return bend


def _replaced(part: str, old: bytes, new: bytes) -> Callable[[Parts], None]:
    def bend(parts: Parts) -> None:
        assert old in parts[part], (part, old)
        parts[part] = parts[part].replace(old, new, 1)

    return bend


_ESCAPES = (
    "{{ org.__class__.__mro__ }}",
    "{{ self.__init__.__globals__ }}",
    "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
    "{{ lipsum.__globals__ }}",
    "{{ ''.__class__ }}",
    "{{ org.format_map }}",
    "{{ '%s'|format(org.__class__) }}",
    "{{ namespace().__class__ }}",
    "{{ (org|attr('__class__')) }}",
    "{{ requests.pop('received') }}",
    "{{ requests.update({}) }}",
    "{{ overview.append(1) }}",
    "{% include 'other' %}",
    "{% import 'other' as other %}",
    "{% extends 'other' %}",
    "{{ 9 ** (9 ** 9) }}",
    "{{ 'x' * 10 ** 10 }}",
    "{{ range(10 ** 9)|list }}",
    "{% for a in range(90000) %}{% for b in range(90000) %}{% endfor %}{% endfor %}",
    "{{ 'x'|center(10 ** 10) }}",
    "{{ nothing }}",
    "{{ org|nothing }}",
    "{{ org",
    "{% if org %}",
)
_DEEP = 200
"""How deep the tags below are nested. Jinja or Python give up at 20 to 1,000, each in another way."""
NESTED = {
    "lists": "{{ " + "[" * _DEEP + "]" * _DEEP + " }}",
    "lists that do not end": "{{ " + "[" * 84 + " }}",
    "round brackets": "{{ " + "(" * _DEEP + "org" + ")" * _DEEP + " }}",
    "mappings": "{{ " + "{1: " * _DEEP + "1" + " }" * _DEEP + " }}",
    "not": "{{ " + "not " * _DEEP + "org }}",
    "minus": "{{ " + "- " * _DEEP + "1 }}",
    "filters": "{{ org" + "|upper" * _DEEP + " }}",
    "points": "{{ requests" + ".received" * _DEEP + " }}",
    "items": "{{ org" + "[0]" * _DEEP + " }}",
    "calls": "{{ org" + "()" * _DEEP + " }}",
    "and": "{{ org" + " and org" * _DEEP + " }}",
    "plus": "{{ 1" + " + 1" * _DEEP + " }}",
    "else in one tag": "{{ org" + " if org else org" * _DEEP + " }}",
    "if": "{% if org %}" * _DEEP + "x" + "{% endif %}" * _DEEP,
    "elif": "{% if org %}x" + "{% elif org %}y" * 5_000 + "{% endif %}",
    "if after else": "{% if org %}x" + "{% else %}{% if org %}y" * _DEEP + "{% endif %}" * (_DEEP + 1),
    "for": "{% for a in overview %}" * _DEEP + "x" + "{% endfor %}" * _DEEP,
    "with": "{% with %}" * _DEEP + "x" + "{% endwith %}" * _DEEP,
    "a figure of 5,000 digits": "{{ " + "9" * 5_000 + " }}",
}
"""Tags in tags, and what can be put into one another in one tag."""

BENT: Mapping[str, Callable[[Parts], None]] = {
    **{f"the tag {text}": _paragraph(text.replace("&", "&amp;").replace("<", "&lt;")) for text in _ESCAPES},
    **{f"nested: {name}": _paragraph(text) for name, text in NESTED.items()},
    "nested tags where nobody sees them": _replaced(
        TEXT, b"<w:body>", f"<w:body><w:p><w:pPr><w:pStyle w:val='{NESTED['lists']}'/></w:pPr></w:p>".encode()
    ),
    "elements too deep in one another": _replaced(
        TEXT, b"<w:body>", b"<w:body>" + b"<w:sdt><w:sdtContent>" * 300 + b"</w:sdtContent></w:sdt>" * 300
    ),
    "tables too deep in one another": _replaced(
        TEXT, b"<w:body>", b"<w:body>" + b"<w:tbl><w:tr><w:tc>" * 100 + b"<w:p/></w:tc></w:tr></w:tbl>" * 100
    ),
    "tags in footnotes": _notes("footnote"),
    "tags in endnotes": _notes("endnote"),
    "macros": _part("word/vbaProject.bin", b"macro"),
    "a template said to have macros": _replaced(
        TYPES, b"wordprocessingml.document.main+xml", b"wordprocessingml.document.macroEnabled.main+xml"
    ),
    "an ActiveX control": _part("word/activeX/activeX1.bin", b"control"),
    "an embedded program": _part("word/embeddings/oleObject1.bin", b"program"),
    "a template elsewhere": _related("attachedTemplate", "http://127.0.0.1/a.dotm"),
    "a picture elsewhere": _related("image", "http://127.0.0.1/a.png"),
    "a frame elsewhere": _related("frame", "file:///etc/passwd"),
    "a link to a program": _related("hyperlink", "file:///bin/sh"),
    "a script as a link": _related("hyperlink", "javascript:alert(1)"),
    "a chunk of another kind": _related("aFChunk", "chunk.html", ""),
    "a field that fetches a file": _field("INCLUDETEXT /etc/passwd"),
    "a field that fetches a picture": _field("INCLUDEPICTURE http://127.0.0.1/a.png"),
    "a field that starts a program": _field("DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe"),
    "a tag in a field": _field("HYPERLINK {{ org }}"),
    "a tag in pieces in a field": _paragraph(
        "x</w:t></w:r><w:r><w:instrText>{</w:instrText></w:r><w:r><w:instrText>{ org }}</w:instrText></w:r><w:r><w:t>x"
    ),
    "a declaration": _replaced(TEXT, b"<w:document", b'<!DOCTYPE a [<!ENTITY b "c">]><w:document'),
    "a bomb": _part("word/media/a.bin", bytes(40 * 1024 * 1024)),
    "too many parts": lambda parts: parts.update({f"word/media/{number}": b"" for number in range(1_000)}),
    "two relations of one name": _both(*[_related("hyperlink", "http://127.0.0.1/")] * 2),
    "two styles of one name": _replaced(
        "word/styles.xml", b"</w:styles>", b'<w:style w:type="paragraph" w:styleId="Normal"/></w:styles>'
    ),
    "two comments of one name": _part(
        "word/comments.xml", _twice("comments", '<w:comment w:id="1"><w:p/></w:comment>')
    ),
    "two notes of one name": _part(
        "word/footnotes.xml", _twice("footnotes", '<w:footnote w:id="1"><w:p/></w:footnote>')
    ),
    "two lists of one name": _part("word/numbering.xml", _twice("numbering", '<w:num w:numId="1"/>')),
    "no text": _without(TEXT),
    "text that ends in the middle": _replaced(TEXT, b"</w:body>", b"<w:p"),
    "a header that ends in the middle": _part("word/header1.xml", b"<w:hdr><w:p>"),
    "styles that end in the middle": _replaced("word/styles.xml", b"</w:styles>", b"<w:style"),
    "types that end in the middle": _replaced(TYPES, b"</Types>", b"<Override"),
    "a part without a type": _replaced(TYPES, b' ContentType="', b' CntentType="'),
    "a type for no part": _replaced(TYPES, b' PartName="', b' PrtName="'),
    "a relation without a name": _replaced("_rels/.rels", b' Id="', b' Idd="'),
    "a relation that leads nowhere": _replaced(RELATIONS, b' Target="', b' Trget="'),
    "a relation of no kind": _replaced(RELATIONS, b' Type="', b' Tpe="'),
    "text without its end": _replaced(TEXT, b"</w:body></w:document>", b""),
}
