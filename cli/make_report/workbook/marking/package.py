"""The parts of a workbook while marks are put in or taken out: parsed when looked at, written when changed."""

import posixpath
from collections.abc import Iterator

from lxml import etree

from make_report.archive import BoundedArchive, write_parts
from make_report.part_names import as_called
from make_report.record import Record
from make_report.workbook.marking.markup import Element, R, parsed, part_bytes, remove

_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_RELATION = f"{{{_PACKAGE}/relationships}}Relationship"
_OVERRIDE = f"{{{_PACKAGE}/content-types}}Override"
_DEFAULT = f"{{{_PACKAGE}/content-types}}Default"
_CONTENT_TYPES = "[Content_Types].xml"
_NO_RELATIONS = f'<Relationships xmlns="{_PACKAGE}/relationships"/>'.encode()


class Relation(Record):
    """What one part says of another: the id it uses, what kind it is, which part."""

    id: str
    kind: str
    target: str


class Package:
    """A workbook's parts. Trees that are handed out may be changed; what was not changed keeps its bytes."""

    def __init__(self, content: bytes) -> None:
        archive = BoundedArchive(content)
        if called := as_called(archive):
            archive = BoundedArchive(called)
        self._parts = dict(archive)
        self._trees: dict[str, Element] = {}

    def content(self) -> bytes:
        """Return the workbook as a file: same parts, same bytes."""
        return write_parts({name: self.raw(name) for name in self._parts})

    def names(self) -> tuple[str, ...]:
        """Return the names of all parts."""
        return tuple(self._parts)

    def raw(self, name: str) -> bytes:
        """Return a part as it stands now."""
        tree, before = self._trees.get(name), self._parts[name]
        if tree is None:
            return before
        after = part_bytes(tree)
        # Another spelling of the same XML is no change.
        return before if part_bytes(parsed(before)) == after else after

    def replace(self, name: str, content: bytes) -> None:
        """Put other bytes in place of a part's."""
        self._parts[name] = content
        self._trees.pop(name, None)

    def tree(self, name: str) -> Element:
        """Return the root of a part. KeyError if there is none, XMLSyntaxError if it is broken."""
        if name not in self._trees:
            self._trees[name] = parsed(self._parts[name])
        return self._trees[name]

    def free_name(self, pattern: str) -> str:
        """Return the first name that no part has; {} in the pattern is a number."""
        taken = {name.lower() for name in self._parts}
        return next(
            name for number in range(1, len(taken) + 2) if (name := pattern.format(number)).lower() not in taken
        )

    def add(self, name: str, content: bytes, content_type: str) -> None:
        """Add a part."""
        self._parts[name] = content
        types, extension = self.tree(_CONTENT_TYPES), _extension(name)
        if extension == "xml":
            types.append(etree.Element(_OVERRIDE, PartName=f"/{name}", ContentType=content_type))
        elif extension not in {_declared(default) for default in types.iterfind(_DEFAULT)}:
            # The defaults stand in front in the files of every program.
            types.insert(
                len(types.findall(_DEFAULT)), etree.Element(_DEFAULT, Extension=extension, ContentType=content_type)
            )

    def remove(self, name: str) -> None:
        """Take a part away, with its relations and what is declared for it alone."""
        for part in (name, _relations_name(name)):
            self._parts.pop(part, None)
            self._trees.pop(part, None)
        types, extension = self.tree(_CONTENT_TYPES), _extension(name)
        for override in types.findall(_OVERRIDE):
            if override.get("PartName") == f"/{name}":
                remove(override)
        # Some programs declare each part of a kind by itself, and no default.
        declared = {str(override.get("PartName")).lstrip("/") for override in types.iterfind(_OVERRIDE)}
        if extension not in {"xml", "rels", *(_extension(part) for part in self._parts if part not in declared)}:
            for default in types.findall(_DEFAULT):
                if _declared(default) == extension:
                    remove(default)

    def relations(self, name: str) -> Iterator[Relation]:
        """Yield the relations of a part ("" is the whole package) to other parts that are there."""
        relations = _relations_name(name)
        if relations not in self._parts:
            return
        for element in self.tree(relations).iter(_RELATION):
            target = _resolved(name, str(element.get("Target")))
            if element.get("TargetMode") != "External" and target in self._parts:
                yield Relation(str(element.get("Id")), str(element.get("Type")).rpartition("/")[2], target)

    def related(self, name: str, kind: str) -> Relation | None:
        """Return the first relation of a kind (the last word of its type), None if there is none."""
        return next((relation for relation in self.relations(name) if relation.kind == kind), None)

    def relate(self, name: str, kind: str, target: str) -> str:
        """Add a relation from a part to another, of one of the office kinds; return its id."""
        relations = _relations_name(name)
        self._parts.setdefault(relations, _NO_RELATIONS)
        root = self.tree(relations)
        taken = {element.get("Id") for element in root}
        relation_id = next(free for number in range(1, len(taken) + 2) if (free := f"rId{number}") not in taken)
        way = posixpath.relpath(target, posixpath.dirname(name))
        root.append(etree.Element(_RELATION, Id=relation_id, Type=f"{R}/{kind}", Target=way))
        return relation_id

    def unrelate(self, name: str, relation_id: str) -> None:
        """Take a relation away."""
        relations = _relations_name(name)
        root = self.tree(relations)
        for element in list(root):
            if element.get("Id") == relation_id:
                remove(element)
        if not len(root):
            self.remove(relations)


def _relations_name(name: str) -> str:
    folder, base = posixpath.split(name)
    return posixpath.join(folder, "_rels", f"{base}.rels")


def _resolved(name: str, target: str) -> str:
    return posixpath.normpath(posixpath.join("/", posixpath.dirname(name), target)).lstrip("/")


def _extension(name: str) -> str:
    return posixpath.splitext(name)[1].lstrip(".").lower()


def _declared(default: Element) -> str:
    return str(default.get("Extension")).lower()
