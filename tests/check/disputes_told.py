"""The figures of table 4 told in words, as reports tell them: for tests that compare text and table."""

from collections.abc import Mapping, Sequence

from hypothesis import strategies as st

from make_report.record import Record
from tests.numerals import chinese

RESULTS = ("upheld", "corrected", "other", "pending")
REVIEWS, DIRECT, AFTERWARDS = "reconsideration", "direct_litigation", "litigation_after_reconsideration"
PARTS = (REVIEWS, DIRECT, AFTERWARDS)
LAWSUITS = "lawsuits"

Results = Mapping[str, int]
"""How many cases ended how."""

_WORDS: Mapping[str, tuple[str, ...]] = {
    "upheld": ("结果维持", "维持", "被维持", "予以维持", "维持原行政行为"),
    "corrected": ("结果纠正", "被纠正", "纠正", "纠错", "结果为纠正"),
    "other": ("其他结果", "其它结果", "属其他结果"),
    "pending": ("尚未审结", "未审结", "正在审理", "尚在审理中"),
}
_LEADS: Mapping[str, tuple[str, ...]] = {
    REVIEWS: (
        "因政府信息公开引起的行政复议案件{n}",
        "因政府信息公开被申请行政复议{n}",
        "全年发生政府信息公开类行政复议{n}",
        "涉及政府信息公开的行政复议案件共{n}",
        "因信息公开引发{n}行政复议",
    ),
    LAWSUITS: (
        "因政府信息公开引起的行政诉讼案件{n}",
        "因政府信息公开被提起行政诉讼{n}",
        "政府信息公开行政诉讼共{n}",
        "因信息公开发生{n}行政诉讼",
    ),
    DIRECT: ("未经复议直接起诉{n}", "未经复议直接起诉的{n}", "直接起诉的案件{n}", "未经复议直接提起行政诉讼{n}"),
    AFTERWARDS: ("复议后起诉{n}", "经复议后起诉的{n}", "复议后起诉的案件{n}", "复议后提起行政诉讼{n}"),
}
_WITHOUT_NUMBER = {DIRECT: "未经复议直接起诉的", AFTERWARDS: "复议后起诉的"}
_NOTHING = {
    REVIEWS: ("未发生因政府信息公开引起的行政复议", "没有因政府信息公开引起的行政复议案件"),
    LAWSUITS: ("未发生因政府信息公开引起的行政诉讼", "没有因政府信息公开引起的行政诉讼案件"),
}
_OPENINGS = (("，其中", ""), ("，其中：", ""), ("：", ""), ("，", ""), ("（", "）"), ("（其中", "）"))


class Style(Record, kw_only=True):
    """How one text tells them: the choices of its writer."""

    unit: str
    in_words: bool
    spaced: bool
    number_first: bool
    joint: str
    opening: tuple[str, str]
    order: Sequence[str]
    words: Mapping[str, str]
    lead: Mapping[str, str]
    nothing: Mapping[str, str]
    """What is said of reviews or lawsuits that there were none of; "" for a nought."""
    zeros: bool
    """Whether results that did not happen are named."""
    by_half: bool
    """Whether the results of the lawsuits are told for each half, not for both together."""
    half_totals: bool
    """Whether it is said how many lawsuits each half had, where its results are told."""
    lawsuits_first: bool
    afterwards_first: bool
    apart: str
    """What stands between reviews and lawsuits."""

    def number(self, figure: int) -> str:
        """Return a figure with its unit."""
        said = chinese(figure) if self.in_words and figure else str(figure)
        return f" {said} {self.unit}" if self.spaced else f"{said}{self.unit}"

    def results(self, figures: Results, opening: tuple[str, str] | None = None, *, zeros: bool = False) -> str:
        """Return the results one after the other."""
        told = [
            f"{self.number(figures[result])}{self.words[result]}"
            if self.number_first
            else f"{self.words[result]}{self.number(figures[result])}"
            for result in self.order
            if zeros or self.zeros or figures[result]
        ]
        before, behind = opening or self.opening
        return f"{before}{self.joint.join(told)}{behind}" if told else ""

    def total(self, part: str, figures: Results) -> str:
        """Return how many cases a part had."""
        return self.lead[part].format(n=self.number(sum(figures.values())))

    def half(self, half: str, figures: Results) -> str:
        """Return one half of the lawsuits with its results."""
        if self.half_totals or not any(figures.values()):
            return self.total(half, figures) + self.results(figures)
        # Without its total a half is told completely: else nobody could see what is missing.
        return f"{_WITHOUT_NUMBER[half]}{self.results(figures, ('，', ''), zeros=True)}"


def styles() -> st.SearchStrategy[Style]:
    """Return all styles."""
    words = st.fixed_dictionaries({result: st.sampled_from(words) for result, words in _WORDS.items()})
    nothing = {part: st.sampled_from(["", *said]) for part, said in _NOTHING.items()}
    return st.builds(
        Style,
        unit=st.sampled_from(["件", "起", "宗", "例"]),
        in_words=st.booleans(),
        spaced=st.booleans(),
        number_first=st.booleans(),
        joint=st.sampled_from(["、", "，"]),
        opening=st.sampled_from(_OPENINGS),
        order=st.permutations(RESULTS),
        words=words,
        lead=st.fixed_dictionaries({part: st.sampled_from(choices) for part, choices in _LEADS.items()}),
        nothing=st.fixed_dictionaries(nothing),
        zeros=st.booleans(),
        by_half=st.booleans(),
        half_totals=st.booleans(),
        lawsuits_first=st.booleans(),
        afterwards_first=st.booleans(),
        apart=st.sampled_from(["；", "。", "。\n"]),
    )


def told(cells: Mapping[str, Results], style: Style) -> list[str]:
    """Return the paragraphs that tell all figures of table 4."""
    parts = [_reviews(cells[REVIEWS], style), _lawsuits(cells, style)]
    text = style.apart.join(reversed(parts) if style.lawsuits_first else parts)
    return ["（二）依申请公开", *f"{text}。".split("\n")]


def _reviews(figures: Results, style: Style) -> str:
    if not any(figures.values()) and style.nothing[REVIEWS]:
        return style.nothing[REVIEWS]
    return style.total(REVIEWS, figures) + style.results(figures)


def _lawsuits(cells: Mapping[str, Results], style: Style) -> str:
    both = {result: cells[DIRECT][result] + cells[AFTERWARDS][result] for result in RESULTS}
    if not any(both.values()) and style.nothing[LAWSUITS]:
        return style.nothing[LAWSUITS]
    halves = (AFTERWARDS, DIRECT) if style.afterwards_first else (DIRECT, AFTERWARDS)
    total = style.total(LAWSUITS, both)
    if style.by_half:
        told = "；".join(style.half(half, cells[half]) for half in halves)
        return f"{total}，其中{told}" if style.half_totals else told
    split = "、".join(style.total(half, cells[half]) for half in halves)
    return f"{total}{style.results(both)}；其中{split}"
