"""T: how many members of a series are announced, and how many there are."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from make_report.check.numerals import NUMERALS, number_of
from make_report.check.text import Passage, passages, places_of, quoted, rule_check
from make_report.filing import Filing
from make_report.finding import Finding
from make_report.form.model import Form
from make_report.form.rule.hygiene import Announced

_LONGEST_HEAD = 20
"""Characters before the colon in which the number is looked for."""
_FEWEST = 2


def announced(rule: Announced, form: Form, filing: Filing) -> Iterator[Finding]:
    """Yield a finding for each series of another number of members than the clause right before it announces."""
    for field in rule.section:
        texts = list(passages(form, filing, (field,)))
        for number, passage in enumerate(texts):
            following = texts[number + 1].folded if number + 1 < len(texts) else ""
            for line in rule.series.splitlines():
                yield from _in_passage(rule, passage, tuple(line.split()), following)


def _in_passage(rule: Announced, passage: Passage, marks: tuple[str, ...], following: str) -> Iterator[Finding]:
    text = passage.folded
    begun = places_of(f":{marks[0]}", text) if marks[0] in text else ()
    around = 0
    for place, end in pairwise((*begun, len(text))):
        head = _head(rule).search(text[max(place - _LONGEST_HEAD, 0) : place])
        count = _members(marks, text[place + 1 : end])
        # It goes on in the next paragraph, or behind a series within it; or it is such a series, and another goes on.
        more = marks[count : count + 1]
        goes_on = following.startswith(more) if end == len(text) else any(mark in text[end:] for mark in more)
        stated = number_of(head[1]) if head else None
        if stated and count >= _FEWEST and stated != count and not goes_on and not around >= stated < count:
            start = max(place - _LONGEST_HEAD, text.rfind("。", 0, place) + 1, text.rfind(";", 0, place) + 1)
            actual = quoted(passage.text[start : place + 1 + len(marks[0])])
            yield passage.finding(rule_check(rule), actual=actual, stated=stated, count=count)
        around = count


def _members(marks: tuple[str, ...], text: str) -> int:
    """Return how many of the marks follow one another in a text, from the first on."""
    place = 0
    for count, mark in enumerate(marks):
        place = text.find(mark, place)
        if place < 0:
            return count
    return len(marks)


@cache
def _head(rule: Announced) -> re.Pattern[str]:
    counters, things = ("|".join(map(re.escape, words)) for words in (rule.counters, rule.things))
    number = rf"(?<![第\d{NUMERALS}])(\d{{1,2}}|[两{NUMERALS}]{{1,2}})"
    return re.compile(rf"{number}(?:{counters})?(?:{things})[^。;:,\d{NUMERALS}]*$")
