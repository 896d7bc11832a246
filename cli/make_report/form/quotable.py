"""What texts may quote, and the parts of its name: derived from the labels of the form and nothing else."""

import re
import unicodedata
from collections.abc import Iterator

from make_report.form.declaration import Block, Column, Row, Section
from make_report.form.field import Field, Kind, leaves, path_id
from make_report.form.model import Form
from make_report.patterns import expression
from make_report.record import Record

Tokens = tuple[str, ...]
Path = tuple[Row | Column, ...]

SEPARATORS = ".·•・。‧"
"""What may stand between the parts of a name, after full-width signs are made half-width."""

_NUMBERING = expression(
    r"(?:[(（][一二三四五六七八九十百\d]{1,3}[)）]|[一二三四五六七八九十百]{1,3}、|\d{1,2}[.．、]|\d{1,2}$)+"
)
_BRACKETS = expression(r"[(（][^()（）]*[)）]$")
_IGNORED = expression("[\\s“”\"‘’'「」]")


def tokens_of(text: str) -> Tokens:
    """Return the parts of a name so that equal ones are equal: half-width, without spaces, quotes, numbering signs."""
    pieces = re.split(f"[{SEPARATORS}]", half_width(text))
    plain = [_BRACKETS.sub("", rest) or rest for piece in pieces if (rest := _NUMBERING.sub("", piece, count=1))]
    return tuple(plain) or tuple(piece for piece in pieces if piece)


def half_width(text: str) -> str:
    """Return the text half-width, in small letters, without spaces and quotation marks."""
    return _IGNORED.sub("", unicodedata.normalize("NFKC", text)).casefold()


class Element(Record):
    """A part of a name: how it may be typed, how it is shown, and whether a name can do without it."""

    spellings: tuple[Tokens, ...]
    shown: str
    needed: bool = True
    named: bool = True
    """Whether the name that is listed has it."""
    counts: bool = False
    """Whether a name is less exact without it."""


class Quotable(Record):
    """What texts may quote: a figure, the sum of several, or a field of the first sheet."""

    fields: tuple[Field, ...]
    section: str
    elements: tuple[Element, ...]
    name: str = ""
    """The name as it is listed; none yet for what quotables_of yields."""

    @property
    def braced(self) -> str:
        """The name as it is typed into a text."""
        return f"{{{self.name}}}"


class _Term(Record):
    """A row, a column, or several that are added: the parts of its name, and its ids."""

    elements: tuple[Element, ...]
    ids: tuple[str, ...]


def quotables_of(form: Form) -> Iterator[Quotable]:
    """Yield everything that can be quoted, in the order of the workbook, with the parts of its name."""
    for declared in form.cover.fields:
        field = form.fields[declared.id]
        if field.kind in (Kind.YEAR, Kind.DATE) or (field.kind is Kind.TEXT and field.required):
            yield Quotable((field,), "", (Element((tokens_of(field.label),), field.label),))
    for section, table in form.tables():
        sheet = Element((tokens_of(section.sheet),), section.sheet, needed=False, named=False)
        for block in table.blocks:
            for row in _row_terms(block):
                for column in _column_terms(section, block):
                    ids = [(section.id, above, beside) for above in row.ids for beside in column.ids]
                    fields = tuple(form.fields[".".join(filter(None, path))] for path in ids)
                    if len({field.type for field in fields}) == 1:
                        yield Quotable(fields, section.id, (sheet, *row.elements, *column.elements))


def _row_terms(block: Block) -> Iterator[_Term]:
    if not block.rows:
        yield _Term((), ("",))
    for path in _paths(block.rows):
        yield from _terms_at(path, ())


def _column_terms(section: Section, block: Block) -> Iterator[_Term]:
    if not block.rows:
        yield from _alike_below((), block.columns, Element((tokens_of(section.sheet),), section.sheet))
    for path in _paths(block.columns):
        beside = path[-2].parts if len(path) > 1 else block.columns
        yield from _terms_at(path, beside)


def _paths(parts: Path, above: Path = ()) -> Iterator[Path]:
    """Yield the path to every row or column and to every heading over several, the heading first."""
    for part in parts:
        yield (*above, part)
        yield from _paths(part.parts, (*above, part))


def _terms_at(path: Path, beside: Path) -> Iterator[_Term]:
    """Yield the row or column at the end of a path; or, of a heading, the sums of what it stands over.

    A total is calculated by its own equation: what has one below it is not added up. `beside` are the columns among
    which a total may be meant without being named.
    """
    *above, part = path
    groups = tuple(
        Element(_spellings(group), _shown(group), needed=False, named=bool(group.id), counts=bool(group.id))
        for group in above
    )
    if not part.parts:
        yield _Term((*groups, _leaf(part, beside)), (path_id(path),))
        return
    heading = Element(_spellings(part), _shown(part))
    below = list(leaves(part.parts, path))
    if not any(leaf.computed for *_, leaf in below):
        yield _Term((*groups, heading), tuple(path_id(leaf) for leaf in below))
    for term in _alike_below(path, part.parts, heading):
        yield _Term((*groups, *term.elements), term.ids)


def _alike_below(path: Path, parts: Path, heading: Element) -> Iterator[_Term]:
    """Yield the sums of what bears the same label under each of several headings below a heading."""
    families: dict[Path, dict[str, Path]] = {}
    for leaf in leaves(parts, path):
        families.setdefault(leaf[:-1], {})[leaf[-1].label] = leaf
    first, *others = families.values()
    for label, leaf in first.items() if others else ():
        if all(label in family for family in others):
            members = [family[label] for family in families.values()]
            beside = tuple(path[-1] for path in first.values())
            yield _Term((heading, _leaf(leaf[-1], beside)), tuple(path_id(member) for member in members))


def _leaf(part: Row | Column, beside: Path) -> Element:
    """Return the last part of a name; a total or an only column among those beside it may go without saying."""
    silent = [other for other in beside if other.computed and not other.parts] or (beside if len(beside) == 1 else ())
    return Element(_spellings(part), _shown(part), needed=list(silent) != [part])


def _spellings(part: Row | Column) -> tuple[Tokens, ...]:
    labels = (part.name,) if part.name else (part.short, part.label)
    return tuple(dict.fromkeys(tokens_of(label) for label in labels if label))


def _shown(part: Row | Column) -> str:
    if part.name:
        return part.name
    label = _NUMBERING.sub("", part.short or part.label, count=1).strip()
    return _BRACKETS.sub("", label).strip() or label or part.label
