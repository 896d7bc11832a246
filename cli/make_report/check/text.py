"""What the checks of texts share: the texts of a filing with their cells, and what is said in the form's language."""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache, cached_property, lru_cache
from itertools import chain

from make_report.catalogue import DAY, SEPARATOR, SPAN, severity
from make_report.filing import Filing
from make_report.finding import Check, Finding, Operand
from make_report.form.field import Field, Kind
from make_report.form.model import Form
from make_report.form.rule import Rule
from make_report.language import translate
from make_report.place import Place, areas
from make_report.record import Record
from make_report.remembered import remembered

_HALF_WIDTH = {0x3000: 0x20, **{full: full - 0xFEE0 for full in range(0xFF01, 0xFF5F)}}
LONGEST_QUOTATION = 60
THIS_CENTURY = "20"
CENTURIES = ("19", THIS_CENTURY)
"""How the years begin that texts speak of."""


class Passage(Record):
    """One paragraph or line of text that staff typed."""

    field: Field
    place: Place
    text: str

    @cached_property
    def folded(self) -> str:
        """The text in half-width signs."""
        return folded(self.text)

    @cached_property
    def signs(self) -> frozenset[str]:
        """All characters that stand in the text: a check of signs that are not among them is soon done."""
        return frozenset(self.text)

    def finding(self, check: Check, **operands: Operand) -> Finding:
        """Return a finding about this passage."""
        return Finding(check, self.place, operands, self.field.label)


def passages(form: Form, filing: Filing, only: tuple[str, ...] = ()) -> tuple[Passage, ...]:
    """Return every line and paragraph of text in the order of the workbook, or of the named fields only."""
    return _texts_of(form, filing)[only]


class _Texts(dict[tuple[str, ...], tuple[Passage, ...]]):
    """The lines and paragraphs of the fields that rules ask for, in the order of the workbook."""

    def __init__(self, form: Form, filing: Filing) -> None:
        super().__init__()
        self._fields = {field.id: tuple(_passages_of(field, filing)) for field in form.texts}

    def __missing__(self, only: tuple[str, ...]) -> tuple[Passage, ...]:
        asked = (texts for name, texts in self._fields.items() if not only or name in only)
        self[only] = tuple(chain.from_iterable(asked))
        return self[only]


_texts_of = remembered(_Texts)


def places_of(word: str, text: str) -> Iterator[int]:
    """Yield where a word stands in a text, from left to right; no regular expression is compiled for it.

    An empty word stands everywhere.
    """
    place = text.find(word)
    while place >= 0:
        yield place
        place = text.find(word, place + (len(word) or 1))


def words_in(words: Iterable[str], form: Form, filing: Filing) -> tuple[str, ...]:
    """Return those of the words that stand anywhere in the texts, in half-width signs, * being any stretch.

    Most words that a rule looks for stand nowhere: what is left is looked for line by line.
    """
    whole, signs = whole_text(form, filing), signs_in(form, filing)
    return tuple(
        [
            word
            for word, begin, first, others in _pieces(tuple(words))
            if begin in signs and first in whole and (not others or all(piece in whole for piece in others))
        ]
    )


@cache
def _pieces(words: tuple[str, ...]) -> tuple[tuple[str, str, str, list[str]], ...]:
    """Return each word with its first sign, its first piece and the others, in half-width signs."""
    pieces = ((word, folded(word).split("*")) for word in words)
    return tuple((word, first[:1], first, others) for word, (first, *others) in pieces)


@remembered
def whole_text(form: Form, filing: Filing) -> str:
    """Return all texts in half-width signs, a line each."""
    return "\n".join(passage.folded for passage in passages(form, filing))


@remembered
def signs_in(form: Form, filing: Filing) -> frozenset[str]:
    """Return all characters of the texts: that a word stands there is mostly refuted by them already."""
    return frozenset(whole_text(form, filing)).union(("",))


def _passages_of(field: Field, filing: Filing) -> Iterator[Passage]:
    value = filing[field.id]
    if field.kind is Kind.TEXT and value.text:
        yield Passage(field, value.place, value.text)
    elif field.kind is Kind.PARAGRAPHS:
        for paragraph in value.paragraphs:
            yield Passage(field, paragraph.place, paragraph.text)


@lru_cache(maxsize=4096)
def folded(text: str) -> str:
    """Return the text with full-width digits, letters and signs made half-width; every character keeps its position."""
    return text.translate(_HALF_WIDTH)


def without_spaces(text: str) -> str:
    """Return the text without any white space."""
    return "".join(text.split())


def rule_check(rule: Rule) -> Check:
    """Return the catalogue row that a form's rule declares."""
    return Check(rule.code, severity(rule.severity), rule.message, rule.remedy, rule.waivable)


def listed(words: Iterable[str], language: str) -> str:
    """Return the words in one line, as a list is written in the language."""
    return translate(SEPARATOR, language).join(words)


def shown_cells(places: Iterable[Place], language: str) -> str:
    """Return the addresses of cells of one sheet, neighbours as ranges."""
    return listed(areas(places), language)


def quoted(text: str) -> str:
    """Return a text in one line and short enough to be quoted in a sentence."""
    line = " ".join(text.split())
    return line if len(line) <= LONGEST_QUOTATION else f"{line[:LONGEST_QUOTATION]}…"


def shown_day(day: date, language: str) -> str:
    """Return a date as it is written in the language."""
    return translate(DAY, language).format(year=day.year, month=day.month, day=day.day)


def shown_span(first: object, last: object, language: str) -> str:
    """Return how one says in the language: from the first to the last."""
    return translate(SPAN, language).format(first=first, last=last)
