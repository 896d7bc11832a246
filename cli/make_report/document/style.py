"""A style of a Word template, and the elements it becomes."""

from make_report.document.ooxml import Element, w
from make_report.record import Record

STANDARD_SIZE = 32
"""三号, 16 points: what is set in no other size. In half-points, as in the file."""


class Style(Record, kw_only=True):
    """A paragraph style, or the character style linked to it. What is left out comes from the style it is based on."""

    id: str
    name: str
    based_on: str = "Normal"
    next: str = ""
    face: str = ""
    size: int = 0
    keep_next: bool = False
    line: int = 0
    """Exact line pitch; -1 for single spacing."""
    before: int = 0
    after: int = 0
    indent: int = 0
    """First line, in hundredths of a character."""
    left: int = 0
    right: int = 0
    """In hundredths of a character."""
    align: str = ""
    outline: int = 0
    colour: str = ""
    bold: bool = False
    lines_together: bool = False
    """No space between paragraphs of this style."""
    linked: str = ""
    own_style: bool = False
    """Not one of Word's built-in styles."""

    def element(self) -> Element:
        """Return the paragraph style."""
        parts = [w("name", val=self.name), w("basedOn", val=self.based_on)]
        parts += [w("next", val=self.next)] if self.next else []
        parts += [w("link", val=self.linked)] if self.linked else []
        parts += [w("uiPriority", val=1), w("qFormat"), self._paragraph(), self._characters()]
        attributes = {"customStyle": 1} if self.own_style else {}
        return w("style", *parts, type="paragraph", styleId=self.id, **attributes)

    def linked_element(self) -> Element:
        """Return the character style linked to it."""
        parts = (
            w("name", val=f"{self.name} Char"),
            w("basedOn", val="DefaultParagraphFont"),
            w("link", val=self.id),
            w("uiPriority", val=1),
            self._characters(),
        )
        return w("style", *parts, type="character", customStyle=1, styleId=self.linked)

    def _paragraph(self) -> Element:
        properties: list[Element] = [w("keepNext"), w("keepLines")] if self.keep_next else []
        spacing: dict[str, int | str] = {"before": self.before, "after": self.after} if self.line else {}
        if self.line:
            spacing |= {"line": 240, "lineRule": "auto"} if self.line < 0 else {"line": self.line, "lineRule": "exact"}
        properties += [w("spacing", **spacing)] if spacing else []
        em = self.size * 10 or STANDARD_SIZE * 10
        indents = {"left": self.left, "right": self.right, "firstLine": self.indent}
        if any(indents.values()) or self.align:
            by_character = {f"{side}Chars": hundredths for side, hundredths in indents.items()}
            properties.append(w("ind", **by_character, **{side: em * h // 100 for side, h in indents.items()}))
        properties += [w("contextualSpacing")] if self.lines_together else []
        properties += [w("jc", val=self.align)] if self.align else []
        properties += [w("outlineLvl", val=self.outline - 1)] if self.outline else []
        return w("pPr", *properties)

    def _characters(self) -> Element:
        properties = [w("rFonts", eastAsia=self.face)] if self.face else []
        properties += [w("b"), w("bCs")] if self.bold else []
        properties += [w("color", val=self.colour)] if self.colour else []
        # In tables, title and footer nothing is set closer.
        properties += [w("spacing", val=0)] if self.size not in (0, STANDARD_SIZE) else []
        properties += [w("sz", val=self.size), w("szCs", val=self.size)] if self.size else []
        return w("rPr", *properties)
