"""How a filled part is written if it is written as we know it: then its text alone tells enough (finished.py)."""

from make_report.document.escape import MARK
from make_report.document.tagged import SIGN
from make_report.patterns import expression

DECLARATION = "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"
_NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_UNCERTAIN = (MARK, "<!", "w:txbxContent", "<w:bookmarkStart", "<w:tc ", "<w:tc/>", "<w:tr/>", "<w:tbl/>", "<w:sdt")
_WHOLE = (("</w:tc>", "</w:p></w:tc>"), ("</w:tr>", "</w:tc></w:tr>"), ("</w:tbl>", "</w:tr></w:tbl>"))
"""What ends, and how it must end: a cell with a paragraph, a row with a cell, a table with a row."""
_LOOSE = expression(r"<w:t>(?:\s|[^<]*\s</w:t>)")
"""A text whose spaces Word would drop."""
_KEPT, _ANY_KEPT = '<w:t xml:space="preserve"', "<w:t "


def begins_plainly(text: str) -> bool:
    """Return whether the root is an element of WordprocessingML under its usual prefix."""
    text = text.removeprefix(DECLARATION)
    return text.startswith("<w:") and _NAMESPACE in text[: text.find(">")]


def is_plain_markup(text: str) -> bool:
    """Return whether all in a stretch of a part is written as we know it, and its texts stand as they should."""
    return (
        text.count(_NAMESPACE) == text.count(f'xmlns:w="{_NAMESPACE}"')
        and not any(sign in text for sign in _UNCERTAIN)
        and not (_may_hold_signs(text) and SIGN.search(text))
        and not ("<w:t>" in text and _LOOSE.search(text))
        and text.count(_ANY_KEPT) == text.count(_KEPT)
    )


def is_whole(text: str) -> bool:
    """Return whether cells end with a paragraph, rows with a cell, tables with a row."""
    return all(text.count(end) == text.count(good) for end, good in _WHOLE)


def _may_hold_signs(text: str) -> bool:
    """Whether there is a brace in it: a look for one takes a hundredth of the time of the search."""
    return "{" in text or "}" in text
