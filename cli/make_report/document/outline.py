"""A Word template as text, so that a change to the binary can be reviewed: text, tables, footers, page, styles."""

from collections.abc import Iterator, Mapping

from make_report.archive import read_parts
from make_report.document.ooxml import Element, local_name, named, parsed, printed_text

_DOCUMENT, _STYLES = "word/document.xml", "word/styles.xml"
_SETTINGS_OF_STYLES = ("pPr", "rPr", "tblPr")

StyleNames = Mapping[str, str]


def outline_of(template: bytes) -> str:
    """Return a Word file as lines of text.

    Paragraphs are [style] text, with <style>text</> for runs in a style of their own. A table's row is a line that
    starts with = if it is repeated on every page, with - if not; its cells stand between bars, [style] where it
    changes, (n) for a cell n columns wide, ^ for one that continues the cell above.
    """
    parts = {name: parsed(content) for name, content in read_parts(template).items() if name.endswith(".xml")}
    names = {_value(style, "styleId"): _value(style.find(named("name")), "val") for style in _styles(parts)}
    return "".join(f"{line}\n" for line in _lines(parts, names))


def _styles(parts: Mapping[str, Element]) -> list[Element]:
    return parts[_STYLES].findall(named("style"))


def _lines(parts: Mapping[str, Element], names: StyleNames) -> Iterator[str]:
    stories = [_DOCUMENT, *sorted(name for name in parts if name.startswith(("word/header", "word/footer")))]
    for name in stories:
        yield f"# {name}"
        body = parts[name].find(named("body"))
        for block in parts[name] if body is None else body:
            yield from _block(block, names)
        yield ""
    yield f"# {_STYLES}"
    for style in _styles(parts):
        settings = [element for group in _SETTINGS_OF_STYLES for element in style.iterfind(f"{named(group)}/*")]
        based_on = _value(style.find(named("basedOn")), "val")
        origin = f" < {names.get(based_on, based_on)}" if based_on else ""
        yield f"{names[_value(style, 'styleId')]}{origin}: {', '.join(_setting(element) for element in settings)}"


def _block(block: Element, names: StyleNames) -> Iterator[str]:
    if block.tag == named("p"):
        yield f"[{_style(block, names)}] {_runs(block, names)}"
    elif block.tag == named("tbl"):
        style = _value(block.find(f"{named('tblPr')}/{named('tblStyle')}"), "val")
        widths = " ".join(_value(column, "w") for column in block.iterfind(f"{named('tblGrid')}/*"))
        yield f"table [{names.get(style, style)}], columns of {widths}"
        for row in block.iterfind(named("tr")):
            sign = "-" if row.find(f"{named('trPr')}/{named('tblHeader')}") is None else "="
            yield f"  {sign} {_cells(row, names)}"
    elif block.tag == named("sectPr"):
        yield "page: " + ", ".join(_setting(element) for element in block)


def _cells(row: Element, names: StyleNames) -> str:
    shown: list[str] = []
    last_style = ""
    for cell in row.iterfind(named("tc")):
        properties = f"{named('tcPr')}/"
        merged = cell.find(properties + named("vMerge"))
        if merged is not None and _value(merged, "val") != "restart":
            shown.append("^")
            continue
        first = cell.find(named("p"))
        style = "" if first is None else _style(first, names)
        span = _value(cell.find(properties + named("gridSpan")), "val")
        content = printed_text(cell).replace("\n", "⏎")
        style_shown = f"[{style}]" if style != last_style else ""
        shown.append(" ".join(filter(None, (style_shown, content, f"({span})" if span else ""))))
        last_style = style
    return " | ".join(shown)


def _style(paragraph: Element, names: StyleNames) -> str:
    style = _value(paragraph.find(f"{named('pPr')}/{named('pStyle')}"), "val")
    return names.get(style, style)


def _runs(block: Element, names: StyleNames) -> str:
    shown: list[str] = []
    for run in block.iter(named("r")):
        style = _value(run.find(f"{named('rPr')}/{named('rStyle')}"), "val")
        content = printed_text(run).replace("\n", "⏎")
        shown.append(f"<{names.get(style, style)}>{content}</>" if style else content)
    return "".join(shown)


def _setting(element: Element) -> str:
    attributes = " ".join(f"{local_name(name)}={value}" for name, value in element.attrib.items())
    inner = "; ".join(_setting(child) for child in element)
    return " ".join(filter(None, (local_name(element.tag), attributes, f"({inner})" if inner else "")))


def _value(element: Element | None, attribute: str) -> str:
    return "" if element is None else element.get(named(attribute), "")
