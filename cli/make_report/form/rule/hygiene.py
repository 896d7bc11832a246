"""Rules about how texts are written: signs, words, series, names, personal data."""

from typing import ClassVar, Literal

from make_report.form.rule.coded import Coded, SeverityWord
from make_report.form.vocabulary import Names, said
from make_report.record import Record

_KIND = "Which kind of rule this is."
_SEVERITY = "error: no report is made; warning: the clerk is asked to look."


class Hygiene(Coded, kw_only=True):
    """What all rules about writing have in common: the clerk is asked to look."""

    severity: SeverityWord = said(_SEVERITY, default="warning")


class HalfWidthSigns(Hygiene, kw_only=True):
    """Between Chinese characters punctuation is full-width."""

    operands: ClassVar = ("actual", "expected")
    rule: Literal["half_width_signs"] = said(_KIND)


class DoubledSigns(Hygiene, kw_only=True):
    """Two signs that end or part a sentence do not stand side by side."""

    operands: ClassVar = ("actual", "expected")
    rule: Literal["doubled_signs"] = said(_KIND)


class ParagraphEnd(Hygiene, kw_only=True):
    """A paragraph that is no heading ends with a sign that ends a sentence."""

    operands: ClassVar = ("actual",)
    rule: Literal["paragraph_end"] = said(_KIND)
    section: tuple[str, ...] = said("The text fields to look in (key `in`).", names=Names.TEXT)
    endings: tuple[str, ...] = said("Words after which a paragraph may end without a sign.", default=())
    sentences: tuple[str, ...] = said("Words with which the last paragraph of a text is a sentence.", default=())
    unless: tuple[str, ...] = said(
        "Words with which a paragraph is no sentence, such as an address; with which its last one begins.", default=()
    )


class StraySpaces(Hygiene, kw_only=True):
    """No space stands between two Chinese characters of a sentence."""

    operands: ClassVar = ("actual", "expected")
    rule: Literal["stray_spaces"] = said(_KIND)
    section: tuple[str, ...] = said("The text fields to look in (key `in`).", names=Names.TEXT)


class PairedSigns(Hygiene, kw_only=True):
    """Brackets and quotation marks stand in pairs within a paragraph."""

    operands: ClassVar = ("actual",)
    rule: Literal["paired_signs"] = said(_KIND)
    pairs: tuple[str, ...] = said("Opening and closing sign, such as “”; half-width ones count as full-width ones.")


class NestedSigns(Hygiene, kw_only=True):
    """A pair inside a pair of its own kind is written with other signs."""

    operands: ClassVar = ("actual", "expected")
    rule: Literal["nested_signs"] = said(_KIND)
    outer: str = said("The pair of signs, such as 《》.")
    inner: str = said("The pair to be used inside it, such as 〈〉.")


class DocumentNumbers(Hygiene, kw_only=True):
    """The year in a document's number stands in the right brackets."""

    operands: ClassVar = ("actual", "expected")
    rule: Literal["document_numbers"] = said(_KIND)
    brackets: str = said("The right pair, such as 〔〕.")
    wrong: tuple[str, ...] = said("Signs that stand in their place; half-width ones count as full-width ones.")
    ending: str = said("The word after the number, such as 号.")


class DoubledWords(Hygiene, kw_only=True):
    """No word stands twice in a row: two to four characters, one of the words, or a counter behind a number."""

    operands: ClassVar = ("actual", "expected")
    rule: Literal["doubled_words"] = said(_KIND)
    words: tuple[str, ...] = said("Words of one character that are never doubled.")
    counters: tuple[str, ...] = said(
        "Words of one character that are not doubled behind a number, unless more follows.", default=()
    )
    allowed: str = said(
        "Phrases in which a doubling is right, such as a name that meets another word; white space between them."
    )


class RepeatedSentences(Hygiene, kw_only=True):
    """No sentence stands right behind itself, and no long one twice in a text."""

    operands: ClassVar = ("actual",)
    rule: Literal["repeated_sentences"] = said(_KIND)
    section: tuple[str, ...] = said("The text fields to look in (key `in`).", names=Names.TEXT)
    beside: int = said("The fewest characters of a sentence that never stands right behind itself.")
    anywhere: int = said("The fewest characters of a sentence that never stands twice at all.")


class Slips(Hygiene, kw_only=True):
    """Frequent slips of the pen."""

    operands: ClassVar = ("actual", "expected")
    rule: Literal["slips"] = said(_KIND)
    slips: str = said(
        "One slip a line: what is never right → what was meant / the phrases in which it is right after all.",
        pattern=r"(?:\S+ → \S+(?: /(?: \S+)+)?\n)+",
    )


class Measured(Hygiene, kw_only=True):
    """A number of things has its measure word."""

    operands: ClassVar = ("actual",)
    rule: Literal["measured"] = said(_KIND)
    nouns: tuple[str, ...] = said("Words that are directly followed by a number of them.")
    between: tuple[str, ...] = said("Words that may stand between a noun and its number.", default=())


class Series(Hygiene, kw_only=True):
    """A series in the text counts without gap or repetition."""

    operands: ClassVar = ("actual", "expected", "places")
    rule: Literal["series"] = said(_KIND)
    series: str = said("One series a line: its marks in their order, such as 一是 二是 三是.")
    unless: tuple[str, ...] = said("Phrases that begin like a mark and are none.", default=())


class Announced(Hygiene, kw_only=True):
    """The number announced right before a series, as in 三个方面：一是, is how many members it has."""

    operands: ClassVar = ("actual", "stated", "count")
    rule: Literal["announced"] = said(_KIND)
    section: tuple[str, ...] = said("The text fields to look in (key `in`).", names=Names.TEXT)
    series: str = said("One series a line: its marks in their order, such as 一是 二是 三是.")
    counters: tuple[str, ...] = said("What may stand behind the number, such as 个.")
    things: tuple[str, ...] = said("What is announced, such as 方面; with it what counts it, if anything, is known.")


class UnitKind(Record, kw_only=True):
    """A kind of unit, and how it never calls itself."""

    ends: tuple[str, ...] = said("Endings of the names of such units; the longest that fits decides.")
    holds: tuple[str, ...] = said("Words of which one stands in the names too.", default=())
    lacks: tuple[str, ...] = said("Words that do not stand in the names.", default=())
    never: tuple[str, ...] = said("Words by which such a unit never calls itself.")


class OwnName(Hygiene, kw_only=True):
    """A unit calls itself as its kind does."""

    operands: ClassVar = ("actual", "org")
    rule: Literal["own_name"] = said(_KIND)
    kinds: tuple[UnitKind, ...] = said("The kinds of units.")
    unless: tuple[str, ...] = said("Phrases in which such a word is part of another.", default=())


class TitleUnit(Hygiene, kw_only=True):
    """A typed title does not name another unit than the first sheet's `org`."""

    operands: ClassVar = ("actual", "org")
    rule: Literal["title_unit"] = said(_KIND)
    ends: tuple[str, ...] = said("Endings of names of units.")


class PersonalData(Hygiene, kw_only=True):
    """No text holds the number of a mobile phone or of an identity card, or a mail address outside the contacts."""

    operands: ClassVar = ("actual",)
    rule: Literal["personal_data"] = said(_KIND)
    contacts: tuple[str, ...] = said(
        "The text fields in which a telephone and a mail address may stand.", default=(), names=Names.TEXT
    )
    official: tuple[str, ...] = said("Endings of mail addresses of offices.", default=())
    contact_words: tuple[str, ...] = said("Words that make a paragraph a line of contacts.", default=())


class PersonsNamed(Hygiene, kw_only=True):
    """No text names a person in office."""

    operands: ClassVar = ("actual",)
    rule: Literal["persons_named"] = said(_KIND)
    surnames: str = said("Surnames of one character.")
    compound: tuple[str, ...] = said("Surnames of two.", default=())
    titles: tuple[str, ...] = said("Words for an office that stand before a name.")
    follows: tuple[str, ...] = said("Words that stand behind a name when an office stands before it.")
    behind: tuple[str, ...] = said("Words for an office that stand behind a whole name.", default=())
    styles: tuple[str, ...] = said("Words that stand behind a name without an office before it.", default=())
    unless: tuple[str, ...] = said(
        "Phrases that look like a name and are none, or a name that may be given.", default=()
    )


class OtherUnit(Hygiene, kw_only=True):
    """No sentence gives another unit of the same kind as the one that reports.

    A name counts between a lead and what follows it, and at the beginning of a sentence before what follows. It counts
    whatever follows as the subject of a sentence that begins with a time, and of the first one of a text; behind one of
    the callers; and where it begins a sentence and is the name of the unit's own area with another last part, or its
    own last part with another area. With a long ending, as of a town, the former counts anywhere.
    """

    operands: ClassVar = ("actual", "org")
    rule: Literal["other_unit"] = said(_KIND)
    section: tuple[str, ...] = said("The text fields to look in (key `in`).", names=Names.TEXT)
    kinds: tuple[tuple[str, ...], ...] = said("Endings of names of units of one kind, in several lists.")
    leads: tuple[str, ...] = said(
        "Phrases right before the name of the unit that reports; * is any stretch of a clause."
    )
    follows: tuple[str, ...] = said("Phrases right behind it.")
    between: tuple[str, ...] = said("Words that stand in no such name.", default=())
    names: tuple[str, ...] = said(
        "Parts of names in which such words stand all the same, as 和 in 发展和改革.", default=()
    )
    left_out: tuple[str, ...] = said("Words that short names put in or leave out at will.", default=())
    clauses: bool = said("A name that begins a clause counts as well.", default=False)
    titles: tuple[str, ...] = said(
        "Phrases behind a name that begins the title of a document or a website of the unit's own, in 《》 or “”.",
        default=(),
    )
    callers: tuple[str, ...] = said("Phrases right before a name that counts whatever follows.", default=())
    times: tuple[str, ...] = said("Times before the subject of a sentence, as a year may be: 全年，.", default=())
    areas: str = said("The last characters of the names of areas; none, only leads and what follows count.", default="")
    unless: tuple[str, ...] = said("Words in the clause of a subject that may be another unit.", default=())


class NearName(Hygiene, kw_only=True):
    """The unit's own name is written right: no name in the texts differs from it in one character alone.

    Looked for are its last part with the area before it, the last part alone if it is long, and the area alone where it
    is what the unit calls itself. Another character in a
    short last part makes another unit's name; one at its end makes that of a higher unit.
    """

    operands: ClassVar = ("actual", "expected", "org")
    rule: Literal["near_name"] = said(_KIND)
    section: tuple[str, ...] = said("The text fields to look in (key `in`).", names=Names.TEXT)
    areas: str = said("The last characters of the names of areas, such as 县.")
    kinds: tuple[tuple[str, ...], ...] = said("Endings of names of units, in several lists.")
    long: int = said("The fewest characters of a last part, without its ending, that is looked for alone.")
    unless: str = said("Characters that may stand there: words before a name cut short, such as 各.")
    doing: tuple[str, ...] = said(
        "Words such as 坚持 before which the area alone, at the beginning of a clause, is what the unit calls itself.",
        default=(),
    )


HygieneRule = (
    HalfWidthSigns
    | DoubledSigns
    | ParagraphEnd
    | StraySpaces
    | PairedSigns
    | NestedSigns
    | DocumentNumbers
    | DoubledWords
    | RepeatedSentences
    | Slips
    | Measured
    | Series
    | Announced
    | OwnName
    | TitleUnit
    | PersonalData
    | PersonsNamed
    | OtherUnit
    | NearName
)
