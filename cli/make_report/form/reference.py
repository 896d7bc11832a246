"""The names by which texts quote figures: {本年新收.总计}. The grammar is stated in docs/references.md."""

import re
from collections import defaultdict
from collections.abc import Mapping
from functools import cached_property

from make_report.form.model import Form
from make_report.form.quotable import SEPARATORS, Element, Quotable, Tokens, half_width, quotables_of, tokens_of
from make_report.patterns import expression
from make_report.record import Record, replace

BRACED = expression(r"(?<![{｛])[{｛]([^{}｛｝]{1,80})[}｝](?![}｝])")
"""Something in single braces; two of them are the signs of a template."""
_SEPARATOR = "."
_SEPARATED = expression(rf"[^\W\d][^{SEPARATORS}]*[{SEPARATORS}]\w")


class Reference(Record):
    """What stands in braces: the name of a figure, or of two with the share word between them, or neither."""

    typed: str
    """With its braces, as it stands in the text."""
    meanings: tuple[Quotable, ...]
    """What it may mean: one is what it means, several leave it open, none is no name."""
    bases: tuple[Quotable, ...] = ()
    """Of what the figure is a share; () if the figure itself is quoted."""

    @property
    def is_clear(self) -> bool:
        """Whether there is one thing that it means."""
        return len(self.meanings) == 1 and len(self.bases) <= 1


class Names(Record):
    """All names of a form."""

    form: Form

    @cached_property
    def quotables(self) -> tuple[Quotable, ...]:
        """Everything that can be quoted, in the order of the workbook; what no name tells apart is left out."""
        return tuple(named for quotable in self._nameless if (named := self._named(quotable)))

    def reference(self, braced: re.Match[str]) -> Reference:
        """Return what something in braces refers to."""
        typed, name = braced[0], braced[1]
        meanings = self.find(name)
        share = self.form.references.share if self.form.references else ""
        if not meanings and share and share in name:
            for place in re.finditer(re.escape(share), name):
                parts, bases = self.find(name[: place.start()]), self.find(name[place.end() :])
                if parts and bases:
                    return Reference(typed, parts, bases)
        return Reference(typed, meanings)

    def find(self, typed: str) -> tuple[Quotable, ...]:
        """Return what a typed name may mean.

        A lone label with which other names end leaves it open whether a row or a column is meant.
        """
        tokens = tokens_of(typed)
        found = self._matches(tokens)
        if found and len(tokens) == 1:
            others = [quotable for quotable in self._nameless if _ends(quotable, tokens) and quotable not in found]
            found = [*found, *others] if len(found) == 1 else sorted([*found, *others], key=self._nameless.index)
        return tuple(self._by_fields[quotable.fields] for quotable in found)

    def at_start(self, text: str) -> Quotable | None:
        """Return that whose name a text begins with, the longest of several; None if it begins with none."""
        start = "".join(tokens_of(text))
        begun = [key for key in self.keys if start.startswith(key)]
        return self.keys[max(begun, key=len)] if begun else None

    @cached_property
    def _nameless(self) -> tuple[Quotable, ...]:
        return tuple(quotables_of(self.form))

    @cached_property
    def _by_fields(self) -> Mapping[object, Quotable]:
        return {quotable.fields: quotable for quotable in (*self._nameless, *self.quotables)}

    @cached_property
    def whole(self) -> Mapping[str, Quotable]:
        """What can be quoted, by its name without signs between the parts."""
        return {"".join(tokens_of(quotable.name)): quotable for quotable in self.quotables}

    @cached_property
    def keys(self) -> Mapping[str, Quotable]:
        """The same by names without a last part that may be missing, too."""
        shorter: dict[str, Quotable] = {}
        for quotable in self.quotables:
            head, _, _ = quotable.name.rpartition(_SEPARATOR)
            if head and self.find(head) == (quotable,):
                shorter["".join(tokens_of(head))] = quotable
        return {**shorter, **self.whole}

    @cached_property
    def _by_token(self) -> Mapping[str, frozenset[int]]:
        """The quotables, by number, in whose names a part occurs."""
        index: defaultdict[str, set[int]] = defaultdict(set)
        for number, quotable in enumerate(self._nameless):
            for token in {
                token for element in quotable.elements for spelling in element.spellings for token in spelling
            }:
                index[token].add(number)
        return {token: frozenset(numbers) for token, numbers in index.items()}

    def _matches(self, tokens: Tokens) -> list[Quotable]:
        """Return what a name may mean; an exact name leaves no doubt even if others could be meant."""
        if not tokens or tokens in self._sheets:
            return []
        numbers = set(range(len(self._nameless))).intersection(*(self._by_token.get(token, ()) for token in tokens))
        found = [
            (left_out, self._nameless[number])
            for number in sorted(numbers)
            if (left_out := _left_out(self._nameless[number].elements, tokens)) is not None
        ]
        exact = [quotable for left_out, quotable in found if not left_out]
        return exact if len(exact) == 1 else [quotable for _, quotable in found]

    @cached_property
    def _sheets(self) -> frozenset[Tokens]:
        return frozenset(tokens_of(section.sheet) for section in self.form.sections)

    def _named(self, quotable: Quotable) -> Quotable | None:
        """Return the quotable with its name: all labels with an id; or with its sheet; or with all there are."""
        named = [element for element in quotable.elements if element.named]
        for elements in (named, [*quotable.elements[:1], *named], quotable.elements):
            name = _SEPARATOR.join(element.shown for element in elements)
            if self._matches(tokens_of(name)) == [quotable]:
                return replace(quotable, name=name)
        return None


def is_separated(typed: str) -> bool:
    """Return whether a text looks like a name of several parts: words with a sign between them."""
    return bool(_SEPARATED.match(half_width(typed)))


def _ends(quotable: Quotable, tokens: Tokens) -> bool:
    """Return whether a name of several parts has the last one in common with what was typed."""
    return len(quotable.elements) > 1 and tokens in quotable.elements[-1].spellings


def _left_out(elements: tuple[Element, ...], tokens: Tokens) -> int | None:
    """Return how many parts that count a typed name leaves out, None if it is another name."""
    if not elements:
        return None if tokens else 0
    first, rest = elements[0], elements[1:]
    ways = [
        _left_out(rest, tokens[len(spelling) :])
        for spelling in first.spellings
        if spelling and tokens[: len(spelling)] == spelling
    ]
    if not first.needed:
        without = _left_out(rest, tokens)
        ways.append(None if without is None else without + first.counts)
    return min((way for way in ways if way is not None), default=None)
