"""What the styles of a drafted Word template are called, and the one length that its finished text must know."""

CELL_MARGIN = 40
"""Left and right of the text in a table's cell."""

TITLE, BODY, SIGNATURE, DATE = "Title", "BodyText", "Signature", "Date"
FOOTER, FOOTER_EVEN = "Footer", "FooterEven"
TABLE, TABLE_TITLE, TABLE_NOTE = "ReportTable", "TableTitle", "TableNote"
HEADER, LABEL, LABEL_CENTRED, FIGURE = "TableHeader", "TableLabel", "TableLabelCentred", "TableFigure"
SMALL = "Small"
"""Ends the id of a table style that is set in 小五."""
TAG = "TemplateTag"
"""For the lines of a template that say what to repeat; no report has them."""
HEADINGS = 5


def heading(level: int) -> str:
    """Return the paragraph style of a heading that stands alone."""
    return f"Heading{level}"


def run_in(level: int) -> str:
    """Return the character style of a heading that its text follows in the same paragraph."""
    return f"Heading{level}Char"
