"""T: series inside the text, such as 一是 … 二是 … 三是: without gap or repetition, and of as many as are announced."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from make_report.check.edits import pointed_at
from make_report.check.numerals import NUMERALS, number_of
from make_report.check.text import Passage, folded, listed, passages, places_of, quoted, rule_check, words_in
from make_report.filing import Filing
from make_report.finding import Finding
from make_report.form.field import Kind
from make_report.form.model import Form
from make_report.form.rule.hygiene import Announced, Series
from make_report.patterns import expression
from make_report.record import Record, replace

_CLAUSE_START = r"(?:^|(?<=[\s。；：，、;:,)”]))"
_UPPER_HEADING = expression(r"\s*(?:\([一二三四五六七八九十]{1,3}\)|[一二三四五六七八九十]{1,3}、)")
"""A heading above series: they begin anew after it."""
_LONGEST_HEAD = 20
"""Characters before the colon in which the number is looked for."""
_FEWEST = 2


class _Mark(Record):
    passage: int
    number: int
    span: tuple[int, int]
    wrong: bool = False


class _Runs:
    """The series that are under way at some place of a text, the innermost last."""

    def __init__(self, marks: tuple[str, ...]) -> None:
        self.marks = marks
        self.under_way: list[list[_Mark]] = []
        self.finished: list[list[_Mark]] = []

    def take(self, mark: _Mark, between: str) -> None:
        """Put a mark where it belongs. `between` is the text since the last mark."""
        before = next((run for run in reversed(self.under_way) if run[-1].number == mark.number - 1), None)
        innermost = self.under_way[-1] if self.under_way else None
        if before and innermost and before is not innermost and self._breaks_off(innermost, before, mark):
            before = None
        if mark.number == 0 or (before is None and self.marks[mark.number - 1] in between):
            self.under_way.append([mark])
        elif before is not None:
            while self.under_way[-1] is not before:
                self.finished.append(self.under_way.pop())
            before.append(mark)
        elif self.under_way:
            self.under_way[-1].append(replace(mark, wrong=True))
        else:
            self.under_way.append([replace(mark, wrong=True)])

    @staticmethod
    def _breaks_off(innermost: list[_Mark], before: list[_Mark], mark: _Mark) -> bool:
        """Return whether a mark would end a series of one, begun in its paragraph, to go on with one of another."""
        return len(innermost) == 1 and innermost[0].passage == mark.passage != before[-1].passage

    def end(self) -> None:
        """Let nothing be continued from here on."""
        self.finished += self.under_way
        self.under_way = []


def series(rule: Series, form: Form, filing: Filing) -> Iterator[Finding]:
    """Yield a finding for each passage in which a series leaves out a number or gives one twice."""
    kinds = [marks for marks in _kinds(rule.series) if words_in(marks, form, filing)]
    for declared in form.texts if kinds else ():
        if declared.kind is not Kind.PARAGRAPHS:
            continue
        texts = passages(form, filing, (declared.id,))
        for marks in kinds:
            for run in _runs([folded(passage.text) for passage in texts], marks, rule.unless):
                yield from _findings(rule, form, texts, marks, run)


@cache
def _kinds(series: str) -> tuple[tuple[str, ...], ...]:
    """Return the marks of each kind of series, one a line."""
    return tuple(tuple(line.split()) for line in series.splitlines())


def _runs(texts: list[str], marks: tuple[str, ...], unless: tuple[str, ...]) -> list[list[_Mark]]:
    """Return all series of one kind in the paragraphs of a field."""
    known = tuple(map(folded, marks))
    if not any(mark in text for text in texts for mark in known):
        return []
    pattern = _pattern(known, tuple(map(folded, unless)))
    runs, between = _Runs(known), ""
    for number, text in enumerate(texts):
        if _UPPER_HEADING.match(text):
            runs.end()
            between = ""
        last = 0
        for match in pattern.finditer(text):
            if match.start() == 0 and not match[0][0].isalpha():
                # Signs that begin paragraphs are the numbering of the text, which has a rule of its own.
                runs.end()
                runs.under_way = [[_Mark(number, known.index(match[0]), match.span())]]
                between, last = "", match.end()
                continue
            runs.take(_Mark(number, known.index(match[0]), match.span()), between + text[last : match.start()])
            between, last = "", match.end()
        between += text[last:]
    runs.end()
    return runs.finished


@cache
def _pattern(marks: tuple[str, ...], unless: tuple[str, ...]) -> re.Pattern[str]:
    others = f"(?!{'|'.join(map(re.escape, unless))})" if unless else ""
    # A number in a ring is a mark wherever it stands.
    start = "" if all(mark.isnumeric() and not mark.isdecimal() and len(mark) == 1 for mark in marks) else _CLAUSE_START
    return re.compile(rf"{start}{others}(?:{'|'.join(map(re.escape, sorted(marks, key=len, reverse=True)))})")


def _findings(
    rule: Series, form: Form, texts: Sequence[Passage], marks: tuple[str, ...], run: list[_Mark]
) -> Iterator[Finding]:
    """Yield a finding about each passage in which the series goes wrong, with all of it as it is and should be."""
    first = 0 if run[0].wrong else run[0].number
    series_words = [marks[mark.number].rstrip("，,") for mark in run]
    right = [marks[place].rstrip("，,") for place in range(first, min(first + len(run), len(marks)))]
    operands = {"actual": listed(series_words, form.language), "expected": listed(right, form.language)}
    for number in sorted({mark.passage for mark in run if mark.wrong}):
        passage = texts[number]
        spans = [mark.span for mark in run if mark.wrong and mark.passage == number]
        for finding in pointed_at(rule, passage, spans, form.language):
            yield passage.finding(finding.check, **operands, places=finding.operands["actual"])


def announced(rule: Announced, form: Form, filing: Filing) -> Iterator[Finding]:
    """Yield a finding for each series of another number of members than the clause right before it announces."""
    for field in rule.section:
        texts = passages(form, filing, (field,))
        for number, passage in enumerate(texts):
            following = texts[number + 1].folded if number + 1 < len(texts) else ""
            for marks in _kinds(rule.series):
                yield from _in_passage(rule, passage, marks, following)


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
