"""The comments of one sheet: ours put in and taken out, those of staff kept."""

from collections.abc import Iterator, Sequence
from functools import cached_property

from openpyxl.utils.cell import coordinate_to_tuple

from make_report.place import Place
from make_report.workbook.marking import boxes
from make_report.workbook.marking.fills import BEFORE_CONDITIONAL
from make_report.workbook.marking.markup import (
    RELATION_ID,
    Element,
    insert_after,
    named,
    part_bytes,
    path,
    remove,
    s,
)
from make_report.workbook.marking.note import NotePiece, append_note, comment_text, cut_note, new_comment, note_text
from make_report.workbook.marking.package import Package, Relation
from make_report.workbook.marking.sizes import Sizes

_AUTHOR = "make-report"
_COMMENTS_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
_DRAWING_TYPE = "application/vnd.openxmlformats-officedocument.vmlDrawing"
_BEFORE_DRAWING = (
    *(*BEFORE_CONDITIONAL, "dataValidations", "hyperlinks", "printOptions", "pageMargins", "pageSetup"),
    *("headerFooter", "rowBreaks", "colBreaks", "customProperties", "cellWatches", "ignoredErrors", "smartTags"),
    "drawing",
)
"""What the schema wants in front of legacyDrawing in a worksheet (ISO/IEC 29500-1, 18.3.1.99)."""


class Comments:
    """The comments of a sheet and the boxes that show them."""

    def __init__(self, package: Package, sheet: str) -> None:
        self._package = package
        self._sheet = sheet

    @cached_property
    def _sizes(self) -> Sizes:
        return Sizes(self._package.tree(self._sheet))

    def conversations(self) -> set[str]:
        """Return the cells that bear a conversation (a threaded comment), which Excel shows instead of a comment."""
        relations = [one for one in self._package.relations(self._sheet) if one.kind == "threadedComment"]
        return {str(one.get("ref")) for relation in relations for one in self._package.tree(relation.target)}

    def add(self, place: Place, pieces: Sequence[NotePiece]) -> None:
        """Put our text into the cell's comment, or into a new one."""
        text = note_text(pieces)
        theirs = next((one for one in self._comments() if one.get("ref") == place.cell), None)
        if theirs is None:
            root = self._made_root()
            for comments in root.iterfind(named("commentList")):
                comments.append(new_comment(place.cell, _author(root), pieces))
            name = self._made_drawing()
            self._package.replace(name, boxes.with_box(self._package.raw(name), place, self._sizes, text))
            return
        grown = 0
        if relation := self._drawing():
            drawing = self._package.raw(relation.target)
            grown = boxes.rows_lacking(drawing, place, self._sizes, text)
            self._package.replace(relation.target, boxes.with_grown_box(drawing, place, grown))
        append_note(theirs, text, grown)

    def clear(self) -> None:
        """Take our text out of all comments, and away those in which nothing else stands."""
        ours: list[Element] = []
        talked = self.conversations()
        for comment in self._comments():
            grown = cut_note(comment) if comment.get("ref") not in talked else None
            if grown is None:
                continue
            place = _place(comment)
            empty = not comment_text(comment).strip()
            ours += [comment] if empty else []
            if relation := self._drawing():
                before = self._package.raw(relation.target)
                changed = boxes.without_box(before, place) if empty else boxes.with_grown_box(before, place, -grown)
                self._package.replace(relation.target, changed)
        for comment in ours:
            remove(comment)
        if ours:
            self._tidy()

    def _comments(self) -> Iterator[Element]:
        if relation := self._package.related(self._sheet, "comments"):
            yield from self._package.tree(relation.target).iterfind(path("commentList", "comment"))

    def _made_root(self) -> Element:
        if relation := self._package.related(self._sheet, "comments"):
            return self._package.tree(relation.target)
        name = self._package.free_name("xl/comments{}.xml")
        self._package.add(name, part_bytes(s("comments", s("authors"), s("commentList"))), _COMMENTS_TYPE)
        self._package.relate(self._sheet, "comments", name)
        return self._package.tree(name)

    def _drawing(self) -> Relation | None:
        """Return the relation to the drawing that holds the boxes."""
        pointer = self._package.tree(self._sheet).find(named("legacyDrawing"))
        wanted = pointer.get(RELATION_ID) if pointer is not None else None
        return next((one for one in self._package.relations(self._sheet) if one.id == wanted), None)

    def _made_drawing(self) -> str:
        if relation := self._drawing():
            return relation.target
        name = self._package.free_name("xl/drawings/vmlDrawing{}.vml")
        self._package.add(name, boxes.NO_BOXES, _DRAWING_TYPE)
        pointer = s("legacyDrawing")
        pointer.set(RELATION_ID, self._package.relate(self._sheet, "vmlDrawing", name))
        insert_after(self._package.tree(self._sheet), pointer, _BEFORE_DRAWING)
        return name

    def _tidy(self) -> None:
        """Take away what is empty now: our name among the authors, the parts themselves."""
        if relation := self._package.related(self._sheet, "comments"):
            root = self._package.tree(relation.target)
            if next(self._comments(), None) is None:
                self._drop(relation)
            else:
                _forget_author(root)
        drawing = self._drawing()
        if drawing and not boxes.has_shapes(self._package.raw(drawing.target)):
            for pointer in list(self._package.tree(self._sheet).iterfind(named("legacyDrawing"))):
                remove(pointer)
            self._drop(drawing)

    def _drop(self, relation: Relation) -> None:
        self._package.remove(relation.target)
        self._package.unrelate(self._sheet, relation.id)


def _place(comment: Element) -> Place:
    row, column = coordinate_to_tuple(str(comment.get("ref")))
    return Place(row=row, column=column)


def _author(root: Element) -> int:
    """Return our number among the authors, to whom we are added if need be."""
    authors = root.find(named("authors"))
    if authors is None:
        authors = s("authors")
        root.insert(0, authors)
    names = [author.text for author in authors]
    if _AUTHOR not in names:
        authors.append(s("author"))
        authors[-1].text = _AUTHOR
        names.append(_AUTHOR)
    return names.index(_AUTHOR)


def _forget_author(root: Element) -> None:
    """Take our name away if it is the last of the authors and no comment is by it."""
    authors = list(root.iterfind(path("authors", "author")))
    used = {int(comment.get("authorId", "0")) for comment in root.iterfind(path("commentList", "comment"))}
    if authors and authors[-1].text == _AUTHOR and len(authors) - 1 not in used:
        remove(authors[-1])
