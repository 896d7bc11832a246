"""HTML as a tree: every text put into it is escaped when it is written, whatever a cell may hold."""

from xml.etree import ElementTree as ET


class Node:
    """An element of a page."""

    def __init__(self, name: str, /, *children: "Node | str | None", **attributes: str) -> None:
        """Make an element; children that are None are left out, `kind` is the attribute `class`."""
        named = {("class" if key == "kind" else key): value for key, value in attributes.items() if value}
        self.element = ET.Element(name, named)
        for child in children:
            if isinstance(child, Node):
                self.element.append(child.element)
            elif child is not None:
                self._append_text(child)

    def _append_text(self, text: str) -> None:
        if len(self.element):
            self.element[-1].tail = (self.element[-1].tail or "") + text
        else:
            self.element.text = (self.element.text or "") + text

    def html(self) -> str:
        """Return the element and all in it as HTML."""
        return ET.tostring(self.element, encoding="unicode", method="html")
