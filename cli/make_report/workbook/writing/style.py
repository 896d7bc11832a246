"""How the cells of the standard workbook look: fonts, colours, borders, locks."""

from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.styles.differential import DifferentialStyle

from make_report.record import Record, replace

BODY_FONT, HEADING_FONT = "SimSun", "SimHei"
"""宋体 and 黑体, on every Windows with Excel or WPS, under the names for which other systems know a replacement."""
BODY_SIZE = 11
FONT_ORDER = (
    *("b", "i", "strike", "condense", "extend", "outline", "shadow", "u", "vertAlign"),
    *("sz", "color", "name", "family", "charset", "scheme"),
)
"""ISO/IEC 29500-1, 18.8.22 font, as Microsoft's validator and Excel want it; openpyxl keeps another."""
_CHINESE_CHARSET = 134
_GREY = "FF595959"


def solid(colour: str) -> PatternFill:
    """Return a fill of one colour, given as ARGB."""
    return PatternFill("solid", start_color=colour, end_color=colour)


def _box(colour: str = "FF000000") -> Border:
    side = Side("thin", color=colour)
    return Border(left=side, right=side, top=side, bottom=side)


ENTRY_FILL, COMPUTED_FILL, BAND_FILL = solid("FFFFF8D6"), solid("FFE4E4E4"), solid("FFEAF1F8")
TABLE_BOX, SIDE_BOX, ENTRY_BOX = _box(), _box("FFB7C4D1"), _box("FFC9BC8A")


class Look(Record, kw_only=True):
    """Everything about a cell but its content."""

    size: float = BODY_SIZE
    typeface: str = BODY_FONT
    bold: bool = False
    underlined: bool = False
    colour: str = "FF000000"
    horizontal: str = "left"
    vertical: str = "center"
    rotation: int = 0
    shrinks: bool = False
    indent: int = 0
    fill: PatternFill | None = None
    border: Border | None = None
    entered: bool = False
    """Whether staff type in it: all other cells are locked."""
    number_format: str = "General"

    @property
    def font(self) -> Font:
        """The font."""
        return Font(
            name=self.typeface,
            size=self.size,
            bold=self.bold,
            underline="single" if self.underlined else None,
            color=self.colour,
            charset=_CHINESE_CHARSET,
        )

    @property
    def alignment(self) -> Alignment:
        """The alignment: text wraps unless it shrinks."""
        return Alignment(
            horizontal=self.horizontal,
            vertical=self.vertical,
            text_rotation=self.rotation,
            # Upright letters stand one below the other anyway; LibreOffice sets them askew if they wrap.
            wrap_text=not self.shrinks and not self.rotation,
            indent=self.indent,
            shrink_to_fit=self.shrinks,
        )

    @property
    def protection(self) -> Protection:
        """Whether the cell is locked."""
        return Protection(locked=not self.entered)


VERTICAL_TEXT = 255
"""The rotation that sets upright letters one below the other."""
TURNED_TEXT = 90
"""The rotation that lets a line run from bottom to top: how Latin letters stand in a tall cell."""

TITLE = Look(size=18, typeface=HEADING_FONT, horizontal="center")
HEADING = Look(size=15, typeface=HEADING_FONT, horizontal="center")
NARRATIVE_HEADING = Look(size=15, typeface=HEADING_FONT)
INSTRUCTION = Look(vertical="top")
HELP = Look(size=10, colour=_GREY)
COUNT = Look(size=10, colour=_GREY, horizontal="right")
BAND = Look(bold=True, horizontal="center", fill=BAND_FILL, border=SIDE_BOX)
SIDE_BAND = replace(BAND, size=10, bold=False)
SIDE_HELP = Look(indent=1, size=9.5, colour=_GREY)
COVER_LABEL = BAND
COVER_HELP = Look(indent=1, size=10, colour=_GREY, border=SIDE_BOX)
COVER_ENTRY = Look(indent=1, fill=ENTRY_FILL, border=ENTRY_BOX, entered=True)
PARAGRAPHS = Look(vertical="top", fill=ENTRY_FILL, border=ENTRY_BOX, entered=True)
PARAGRAPHS_BELOW = replace(PARAGRAPHS, border=None)
PARAGRAPHS_IN_ONE_CELL = replace(PARAGRAPHS, indent=1)
PARAGRAPH_HEADING = replace(PARAGRAPHS, bold=True)
TABLE_TITLE = Look(bold=True, horizontal="center", border=TABLE_BOX)
TABLE_LABEL = Look(horizontal="center", border=TABLE_BOX)
VERTICAL_LABEL = replace(TABLE_LABEL, rotation=VERTICAL_TEXT)
REFERENCE = Look(indent=1, size=10, colour=_GREY, vertical="top", fill=solid("FFF4F4F4"), border=SIDE_BOX)
TURNED_LABEL = replace(TABLE_LABEL, rotation=TURNED_TEXT)
FIGURE = Look(horizontal="center", shrinks=True, fill=ENTRY_FILL, border=TABLE_BOX, entered=True)
COMPUTED = replace(FIGURE, fill=COMPUTED_FILL, entered=False)
UNIT = Look(horizontal="center", fill=ENTRY_FILL, border=ENTRY_BOX, entered=True)
CHECK = Look(size=10, horizontal="center", shrinks=True, border=SIDE_BOX)
NARROW_CHECK = replace(CHECK, shrinks=False)
CHECK_NAME = Look(indent=1, size=10, border=SIDE_BOX)
NOTES_LABEL = Look(bold=True)
QUOTED_PART = replace(BAND, horizontal="left", indent=1)
QUOTED_NAME = Look(indent=1, border=SIDE_BOX)
QUOTED_VALUE = Look(horizontal="right", indent=1, shrinks=True, fill=COMPUTED_FILL, border=SIDE_BOX)
QUOTED_UNIT = Look(horizontal="center", border=SIDE_BOX)
QUOTED_FROM = Look(indent=1, size=10, colour=_GREY, border=SIDE_BOX)

RIGHT = DifferentialStyle(font=Font(color="FF00713A", bold=True), fill=solid("FFE2F3E7"))
WRONG = DifferentialStyle(font=Font(color="FFC00000", bold=True), fill=solid("FFFCE1E1"))
DOUBTFUL = DifferentialStyle(font=Font(color="FF9C5700", bold=True), fill=solid("FFFFEB9C"))
"""Of live checks, as conditional formats: green; red for what is an error; amber for what may be right."""
