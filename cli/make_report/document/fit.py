"""Figures too long for their cell of a table: set smaller, since a figure broken in two lines reads as two."""

from collections.abc import Iterator, Mapping

from make_report.document.measure import figure_width, is_figure, room_in
from make_report.document.ooxml import Element, named, printed_text, w

_SMALLEST = 10
"""In half-points: 5 points can still be read on paper."""
_BEFORE_SIZE = tuple(
    map(named, ("rStyle", "rFonts", "b", "bCs", "i", "iCs", "color", "spacing", "w", "kern", "position"))
)
"""What may stand in front of the size (CT_RPr), as far as a table needs it."""


def fit_figures(body: Element, styles: Element | None) -> None:
    """Set each figure that is wider than its cell in the largest size in which it stands in one line.

    `styles` is the root of the document's style part.
    """
    sizes = dict(_sizes(styles)) if styles is not None else {}
    for cell in body.iter(named("tc")):
        width = cell.find(f"{named('tcPr')}/{named('tcW')}")
        if width is None or width.get(named("type")) != "dxa":
            continue
        room = room_in(int(width.get(named("w"), "0")))
        for paragraph in cell.iterfind(named("p")):
            figure = printed_text(paragraph)
            if not is_figure(figure):
                continue
            size = _size(paragraph, sizes)
            # No character is wider than its size.
            if len(figure) * size * 10 > room and figure_width(figure) * size * 10 > room:
                _set_size(paragraph, max(_SMALLEST, int(room / (figure_width(figure) * 10))))


def _sizes(styles: Element) -> Iterator[tuple[str, int]]:
    """Yield the type size of each paragraph style, in half-points; one without a size has that of its base."""
    declared = {style.get(named("styleId"), ""): style for style in styles.iterfind(named("style"))}
    standard = styles.find(f"{named('docDefaults')}//{named('sz')}")
    for name in declared:
        lineage = (style.find(f"{named('rPr')}/{named('sz')}") for style in _lineage(name, declared))
        size = next((size for size in lineage if size is not None), standard)
        if size is not None:
            yield name, int(size.get(named("val"), "0"))


def _lineage(name: str, declared: Mapping[str, Element]) -> Iterator[Element]:
    """Yield a style and those that it is based on; a broken file may name them in a circle."""
    seen: set[str] = set()
    while name in declared and name not in seen:
        seen.add(name)
        yield declared[name]
        base = declared[name].find(named("basedOn"))
        name = "" if base is None else base.get(named("val"), "")


def _size(paragraph: Element, sizes: Mapping[str, int]) -> int:
    """Return the size of a paragraph's first run, 0 if nothing says it."""
    own = paragraph.find(f"{named('r')}/{named('rPr')}/{named('sz')}")
    if own is not None:
        return int(own.get(named("val"), "0"))
    style = paragraph.find(f"{named('pPr')}/{named('pStyle')}")
    return sizes.get("Normal" if style is None else style.get(named("val"), ""), 0)


def _set_size(paragraph: Element, size: int) -> None:
    for run in paragraph.iterfind(named("r")):
        properties = run.find(named("rPr"))
        if properties is None:
            properties = w("rPr")
            run.insert(0, properties)
        for old in (*properties.findall(named("sz")), *properties.findall(named("szCs"))):
            properties.remove(old)
        place = sum(child.tag in _BEFORE_SIZE for child in properties)
        properties.insert(place, w("sz", val=size))
        properties.insert(place + 1, w("szCs", val=size))
