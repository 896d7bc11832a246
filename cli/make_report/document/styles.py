"""The styles of a drafted Word template: typography of GB/T 9704-2012, each level and each part of a table by name.

Lengths are in twips (twentieths of a point), font sizes in half-points, as in the file.
"""

from make_report.document.ooxml import Element, w
from make_report.document.style import STANDARD_SIZE, Style
from make_report.document.style_names import (
    BODY,
    CELL_MARGIN,
    DATE,
    FIGURE,
    FOOTER,
    FOOTER_EVEN,
    HEADER,
    LABEL,
    LABEL_CENTRED,
    SIGNATURE,
    SMALL,
    TABLE,
    TABLE_NOTE,
    TABLE_TITLE,
    TAG,
    TITLE,
    heading,
    run_in,
)
from make_report.language import marked, translate
from make_report.record import replace

SONG, FANGSONG, KAITI, HEITI, TITLE_FACE = "宋体", "仿宋_GB2312", "楷体_GB2312", "黑体", "方正小标宋简体"
LATIN = "Times New Roman"
SIZE_2, SIZE_3, SIZE_4, SIZE_5, SIZE_SMALL_5 = 44, STANDARD_SIZE, 28, 21, 18
"""The named sizes 二号, 三号, 四号, 五号 and 小五: 22, 16, 14, 10.5 and 9 points."""
LINE = 578
"""28.9 points: 22 lines on a page."""
TITLE_LINE_PITCH = 700
CLOSER = -5
"""Between characters: brings 28 of 16 points into the 156 mm of a line (7.2.2 of the standard)."""
TABLE_SPACE = 120
"""Over and under a table."""


def _paragraph_styles(language: str) -> list[Style]:
    # Latin letters have no faces by which levels differ, and are torn apart where Chinese lines are justified.
    is_chinese = _is_east_asian(language)
    level = Style(
        id="", name="", next=BODY, keep_next=True, indent=200, line=LINE, align="both" if is_chinese else "left",
        bold=not is_chinese,
    )  # fmt: skip
    faces = (HEITI, KAITI, FANGSONG, FANGSONG, FANGSONG)
    headings = [
        replace(level, id=heading(number), name=f"heading {number}", face=face, outline=number, linked=run_in(number))
        for number, face in enumerate(faces, start=1)
    ]
    cell = Style(id="", name="", face=SONG, size=SIZE_5, line=-1, align="center", own_style=True)

    def named(style_id: str, name: str, **changes: str | int) -> Style:
        return replace(cell, id=style_id, name=translate(name, language), **changes)

    def small(style_id: str, name: str) -> Style:
        return named(style_id + SMALL, name, based_on=style_id, face="", size=SIZE_SMALL_5, line=0, align="")

    return [
        Style(
            id=TITLE, name="Title", next=BODY, face=TITLE_FACE, size=SIZE_2, keep_next=True,
            line=TITLE_LINE_PITCH, after=LINE, align="center", lines_together=True,
        ),
        Style(id=BODY, name="Body Text", indent=200, align="" if is_chinese else "left"),
        *headings,
        Style(id=SIGNATURE, name="Signature", keep_next=True, line=LINE, before=LINE, right=200, align="right"),
        Style(id=DATE, name="Date", right=400, align="right"),
        Style(id=FOOTER, name="footer", face=SONG, size=SIZE_4, line=-1, right=100, align="right"),
        named(
            FOOTER_EVEN, marked("Footer of even pages"), based_on=FOOTER, face="", size=SIZE_4, left=100, align="left",
        ),
        named(TABLE_TITLE, marked("Table title"), face=HEITI),
        named(HEADER, marked("Table header")),
        named(LABEL, marked("Table label"), align="left"),
        named(LABEL_CENTRED, marked("Table label centred")),
        named(FIGURE, marked("Table figure")),
        named(TABLE_NOTE, marked("Table note"), align="both" if is_chinese else "left", before=60),
        named(TAG, marked("Template tag"), size=SIZE_SMALL_5, align="left", colour="808080"),
        small(HEADER, marked("Table header small")),
        small(LABEL, marked("Table label small")),
        small(LABEL_CENTRED, marked("Table label centred small")),
        small(FIGURE, marked("Table figure small")),
    ]  # fmt: skip


def styles_part(language: str) -> Element:
    """Return word/styles.xml; `language` is the report's, a BCP 47 tag."""
    paragraph_styles = _paragraph_styles(language)
    return w(
        "styles",
        _defaults(language),
        w("latentStyles", defLockedState=0, defUIPriority=99, defSemiHidden=1, defUnhideWhenUsed=1, defQFormat=0),
        w(
            "style", w("name", val="Normal"), w("qFormat"), w("pPr", *_body_paragraph()), w("rPr"),
            type="paragraph", default=1, styleId="Normal",
        ),
        w(
            "style", w("name", val="Default Paragraph Font"), w("uiPriority", val=1), w("semiHidden"),
            type="character", default=1, styleId="DefaultParagraphFont",
        ),
        w("style", w("name", val="Normal Table"), w("semiHidden"), type="table", default=1, styleId="TableNormal"),
        w("style", w("name", val="No List"), w("semiHidden"), type="numbering", default=1, styleId="NoList"),
        *(style.element() for style in paragraph_styles),
        *(style.linked_element() for style in paragraph_styles if style.linked),
        _table_style(translate(marked("Report table"), language)),
    )  # fmt: skip


def _is_east_asian(language: str) -> bool:
    return language.startswith(("zh", "ja", "ko"))


def _defaults(language: str) -> Element:
    latin, asian = ("en-US", language) if _is_east_asian(language) else (language, "zh-CN")
    characters = w(
        "rPr",
        w("rFonts", ascii=LATIN, hAnsi=LATIN, eastAsia=FANGSONG, cs=LATIN),
        w("spacing", val=CLOSER),
        w("sz", val=SIZE_3),
        w("szCs", val=SIZE_3),
        w("lang", val=latin, eastAsia=asian, bidi="ar-SA"),
    )
    return w("docDefaults", w("rPrDefault", characters), w("pPrDefault"))


def _body_paragraph() -> list[Element]:
    spacing = w("spacing", before=0, after=0, line=LINE, lineRule="exact")
    return [w("widowControl"), w("snapToGrid", val=0), spacing, w("jc", val="both")]


def _table_style(name: str) -> Element:
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    borders = w("tblBorders", *(w(side, val="single", sz=4, space=0, color="auto") for side in sides))
    margins = {"top": 0, "left": CELL_MARGIN, "bottom": 0, "right": CELL_MARGIN}
    cells = w("tblCellMar", *(w(side, w=width, type="dxa") for side, width in margins.items()))
    properties = w("tblPr", borders, cells)
    parts = (w("name", val=name), w("basedOn", val="TableNormal"), w("uiPriority", val=1), w("qFormat"), properties)
    return w("style", *parts, type="table", customStyle=1, styleId=TABLE)
