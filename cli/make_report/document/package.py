"""The parts of a drafted Word template beside its text: relations, settings, fonts, footers, properties."""

from collections.abc import Iterable
from datetime import date

from lxml import etree

from make_report.document import styles
from make_report.document.ooxml import Element, R, named, part_bytes, root_of, run, w
from make_report.document.properties import APP, CORE, OFFICE, PACKAGE, app_properties, core_properties

PAGE_WIDTH, PAGE_HEIGHT = 11906, 16838
"""A4, in twips."""
TOP, BOTTOM, LEFT, RIGHT = 2098, 1985, 1588, 1474
"""37, 35, 28 and 26 mm (GB/T 9704-2012, 5.2.1)."""
FOOTER_EDGE = 1225
"""From the foot of the page to the page number, so that it stands 7 mm under the text (7.5 of the standard)."""
TEXT_WIDTH = PAGE_WIDTH - LEFT - RIGHT
TEXT_HEIGHT = PAGE_HEIGHT - TOP - BOTTOM

_TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_WORD_PARTS = {
    "styles": "styles", "settings": "settings", "fontTable": "fontTable", "footer1": "footer", "footer2": "footer",
}  # fmt: skip
"""The parts beside word/document.xml and their kinds; the n-th has the relation rId<n>."""
_COMPATIBLE = (
    "spaceForUL", "balanceSingleByteDoubleByteWidth", "doNotLeaveBackslashAlone", "ulTrailSpace",
    "doNotExpandShiftReturn", "useFELayout",
)  # fmt: skip
_FONTS = {
    styles.TITLE_FACE: ("方正小标宋_GBK,FZXiaoBiaoSong-B05S,FZXiaoBiaoSong-B05,宋体,SimSun", "auto"),
    styles.FANGSONG: ("仿宋,FangSong,FangSong_GB2312,方正仿宋_GBK", "modern"),
    styles.KAITI: ("楷体,KaiTi,KaiTi_GB2312,方正楷体_GBK", "modern"),
    styles.HEITI: ("SimHei,方正黑体_GBK", "modern"),
    styles.SONG: ("SimSun,方正书宋_GBK", "auto"),
}
"""For each face the names that stand in for it where it is not installed, and its family."""


def package(body: Element, language: str) -> dict[str, bytes]:
    """Return all parts of a Word file whose text is `body` (a w:body without its last w:sectPr)."""
    body.append(_section())
    word = {
        "styles": styles.styles_part(language),
        "settings": _settings(),
        "fontTable": _font_table(),
        "footer1": _footer(styles.FOOTER),
        "footer2": _footer(styles.FOOTER_EVEN),
    }
    return {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _root_relations(),
        APP: app_properties(),
        CORE: core_properties("", "", language, date(2000, 1, 1)),
        "word/document.xml": part_bytes(w("document", body)),
        "word/_rels/document.xml.rels": _relations(
            (f"rId{number}", f"{OFFICE}/relationships/{kind}", f"{name}.xml")
            for number, (name, kind) in enumerate(_WORD_PARTS.items(), start=1)
        ),
        **{f"word/{name}.xml": part_bytes(word[name]) for name in _WORD_PARTS},
    }


def _content_types() -> bytes:
    space = f"{PACKAGE}/content-types"
    root = root_of(space, "Types")
    defaults = {"rels": "application/vnd.openxmlformats-package.relationships+xml", "xml": "application/xml"}
    for extension, content_type in defaults.items():
        etree.SubElement(root, f"{{{space}}}Default", Extension=extension, ContentType=content_type)
    overrides = {
        "word/document.xml": f"{_TYPES}.document.main+xml",
        **{f"word/{name}.xml": f"{_TYPES}.{kind}+xml" for name, kind in _WORD_PARTS.items()},
        CORE: "application/vnd.openxmlformats-package.core-properties+xml",
        APP: "application/vnd.openxmlformats-officedocument.extended-properties+xml",
    }
    for name, content_type in overrides.items():
        etree.SubElement(root, f"{{{space}}}Override", PartName=f"/{name}", ContentType=content_type)
    return part_bytes(root)


def _root_relations() -> bytes:
    return _relations((
        ("rId1", f"{OFFICE}/relationships/officeDocument", "word/document.xml"),
        ("rId2", f"{PACKAGE}/relationships/metadata/core-properties", CORE),
        ("rId3", f"{OFFICE}/relationships/extended-properties", APP),
    ))  # fmt: skip


def _relations(relations: Iterable[tuple[str, str, str]]) -> bytes:
    space = f"{PACKAGE}/relationships"
    root = root_of(space, "Relationships")
    for relation_id, kind, target in relations:
        etree.SubElement(root, f"{{{space}}}Relationship", Id=relation_id, Type=kind, Target=target)
    return part_bytes(root)


def _section() -> Element:
    footers: list[Element] = []
    for number, kind in ((4, "default"), (5, "even")):
        reference = w("footerReference", type=kind)
        reference.set(f"{{{R}}}id", f"rId{number}")
        footers.append(reference)
    margins = {"top": TOP, "right": RIGHT, "bottom": BOTTOM, "left": LEFT, "header": 851, "footer": FOOTER_EDGE}
    return w(
        "sectPr",
        *footers,
        w("pgSz", w=PAGE_WIDTH, h=PAGE_HEIGHT),
        w("pgMar", **margins, gutter=0),
        w("cols", space=425),
    )


def _settings() -> Element:
    mode = w("compatSetting", name="compatibilityMode", uri="http://schemas.microsoft.com/office/word", val=15)
    return w(
        "settings",
        w("zoom", percent=100),
        w("defaultTabStop", val=420),
        w("evenAndOddHeaders"),
        w("characterSpacingControl", val="compressPunctuation"),
        w("compat", *(w(name) for name in _COMPATIBLE), mode),
        w("themeFontLang", val="en-US", eastAsia="zh-CN"),
        w("decimalSymbol", val="."),
        w("listSeparator", val=","),
    )


def _font_table() -> Element:
    chinese = (
        w("font", w("altName", val=names), w("charset", val="86"), w("family", val=family), w("pitch", val="variable"),
          name=face)
        for face, (names, family) in _FONTS.items()
    )  # fmt: skip
    latin = w("font", w("charset", val="00"), w("family", val="roman"), w("pitch", val="variable"), name=styles.LATIN)
    return w("fonts", *chinese, latin)


def _footer(style: str) -> Element:
    """Return a footer with the page number between dashes."""
    page = w("fldSimple", run("1"))
    page.set(named("instr"), " PAGE ")
    return w("ftr", w("p", w("pPr", w("pStyle", val=style)), run("— "), page, run(" —")))
