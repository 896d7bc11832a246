"""The page to mail as a browser shows it and as it is printed: sound HTML, legible, each page makes sense alone.

How it looks is looked at by hand, in the pictures of .ci/pages.
"""

import re
from html.parser import HTMLParser
from itertools import pairwise, product
from pathlib import Path

import pytest

from make_report.form.model import Form
from make_report.show.judged import Judged
from make_report.show.page import findings_as_page
from tests.show.findings import LOOK, TOTAL_LEFT_0, WHOLE, at, judged, shown

CSS = re.sub(r"/\*.*?\*/", "", (Path(__file__).parents[2] / "cli/make_report/show/page.css").read_text("utf-8"))
VOID = {"meta"}
CHILDREN = {
    "ul": {"li"},
    "ol": {"li"},
    "dl": {"div"},
    "table": {"thead", "tbody"},
    "thead": {"tr"},
    "tbody": {"tr"},
    "tr": {"th", "td"},
    "p": {"span", "b"},
    "h2": {"span"},
    "span": {"small"},
}
"""What may stand in an element, where not everything may (HTML, 4 The elements of HTML)."""
LEGIBLE = 4.5
"""The least contrast of text (WCAG 2.2, 1.4.3)."""

Rules = dict[str, dict[str, str]]


def every_kind(form: Form) -> dict[str, Judged]:
    long = f"{'很长的一段文字' * 400}{'A' * 2000}"
    return {
        "many": shown(form, WHOLE, *(at(row) for row in range(7, 30)), at(8, LOOK), at(9, accepted=long), source=long),
        "none": shown(form),
        "to check": shown(form, at(8, LOOK)),
        "mistakes": judged(form, {**TOTAL_LEFT_0, "requests.received.natural_person": 132, "org": long}),
    }


class Strict(HTMLParser):
    """Refuses what browsers would have to mend: tags that do not match, elements where they may not stand."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.headings: list[int] = []
        self.attributes: list[tuple[str, str, str]] = []
        assert html.startswith("<!DOCTYPE html>\n<html ")
        self.feed(html)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        parent = self.open[-1] if self.open else ""
        assert tag in CHILDREN.get(parent, {tag}), f"{tag} in {parent}"
        assert len({name for name, _ in attrs}) == len(attrs)
        self.attributes += [(tag, name, value or "") for name, value in attrs]
        if re.fullmatch(r"h\d", tag):
            self.headings.append(int(tag[1]))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        raise AssertionError(tag, attrs)

    def values(self, name: str) -> list[str]:
        return [value for _, attribute, value in self.attributes if attribute == name]


KINDS = ("many", "none", "to check", "mistakes")


@pytest.mark.parametrize("kind", KINDS)
def test_the_page_is_sound_html(form_2021: Form, kind: str) -> None:
    page = Strict(findings_as_page(every_kind(form_2021)[kind]))
    assert ("html", "lang", "zh-CN") in page.attributes
    assert page.values("charset") == ["utf-8"]
    assert ("meta", "content", "width=device-width, initial-scale=1") in page.attributes
    assert len({*page.values("id")}) == len(page.values("id"))
    assert page.headings[0] == 1
    assert page.headings.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(page.headings))


@pytest.mark.parametrize("kind", KINDS)
def test_the_page_needs_nothing_from_outside(form_2021: Form, kind: str) -> None:
    html = findings_as_page(every_kind(form_2021)[kind])
    page = Strict(html)
    assert not {"src", "srcset", "action", "data", "style", "background"} & {name for _, name, _ in page.attributes}
    assert {tag for tag, name, _ in page.attributes if name == "href"} <= {"a"}
    assert all(re.fullmatch(r"#sheet-\d+", value) for value in page.values("href"))
    assert not re.search(r"url\(|@import|@font-face|src\s*:|//|expression\(", CSS)
    assert html.count("<style>") == 1
    assert CSS.split() == re.sub(r"/\*.*?\*/", "", html.split("<style>")[1].split("</style>")[0]).split()


def rules(css: str) -> Rules:
    """Return what each selector sets; later ones win."""
    found: Rules = {}
    for selectors, body in re.findall(r"([^{}]+)\{([^{}]*)\}", css):
        declared = dict(re.findall(r"([\w-]+)\s*:\s*([^;]+?)\s*(?:;|$)", body))
        for selector in selectors.split(","):
            found.setdefault(selector.strip(), {}).update(declared)
    return found


SCREEN = rules(CSS.split("@page")[0])
PRINT = rules(CSS.split("@media print {")[1])
COLOURS = {name: value for name, value in SCREEN[":root"].items() if name.startswith("--")}


def colour(value: str) -> str:
    """Return what a value of the style comes to."""
    return COLOURS[value[4:-1]] if value.startswith("var(") else value


def luminance(value: str) -> float:
    """Return how light a colour is (WCAG 2.2, relative luminance)."""
    digits = value[1:] if len(value) == 7 else "".join(digit * 2 for digit in value[1:])
    parts = [int(digits[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(colour(one)), luminance(colour(other))))
    return (light + 0.05) / (dark + 0.05)


def test_contrast_is_as_it_is_defined() -> None:
    assert round(contrast("#000", "#ffffff"), 2) == 21
    assert round(contrast("#777777", "#fff"), 2) == 4.48


def test_every_text_is_legible_on_every_ground_it_may_stand_on() -> None:
    own = {selector: rule for selector, rule in SCREEN.items() if rule.get("color") == "#fff"}
    texts = {rule["color"] for rule in SCREEN.values() if rule.get("color", "inherit") not in {"inherit", "#fff"}}
    grounds = {rule["background"] for selector, rule in SCREEN.items() if "background" in rule and selector not in own}
    assert own.keys() == {".error .badge"}
    assert len(texts) == 6
    assert grounds >= {"#fff", SCREEN[".wrong"]["background"], SCREEN["aside"]["background"]}
    pale = {pair: contrast(*pair) for pair in product(texts, grounds) if contrast(*pair) < LEGIBLE}
    assert pale == {}
    assert contrast("#fff", own[".error .badge"]["background"]) >= LEGIBLE
    assert contrast(PRINT[".error .badge"]["color"], "#fff") >= LEGIBLE


def test_severities_differ_by_sign_word_and_frame_too(form_2021: Form) -> None:
    html = findings_as_page(shown(form_2021, at(7), at(8, LOOK), at(9, accepted="清理后的数")))
    assert re.findall(r'<span class="badge">([^<]+)</span>', html) == ["✗ 错误", "? 请核对"]
    assert [*dict.fromkeys(re.findall(r'<li class="(\w+)">', html))] == ["error", "warning", "accepted"]
    assert " solid" in f" {SCREEN['ol > li']['border-left']}"
    assert (SCREEN["li.warning"]["border-left"].split()[1], SCREEN["li.accepted"]["border-left"].split()[1]) == (
        "dotted",
        "double",
    )
    assert SCREEN[".warning .badge"]["border-style"] == "dashed"


def test_a_print_is_on_a4_and_keeps_together_what_belongs_together() -> None:
    page = re.search(r"@page \{(.*?)\}\s*@media", CSS, re.DOTALL)
    assert page
    assert "size: A4;" in page[1]
    assert "counter(page)" in page[1]
    assert SCREEN["ol > li"]["break-inside"] == "avoid"
    assert SCREEN["aside p"]["break-inside"] == "avoid"
    assert SCREEN[".verdict"]["break-inside"] == "avoid"
    assert PRINT["tr"]["break-inside"] == "avoid"
    # No heading alone at the foot of a page, no footer alone on the last one.
    assert SCREEN["h2"]["break-after"] == SCREEN["aside h3"]["break-after"] == "avoid"
    assert PRINT["footer"]["break-before"] == "avoid"


def test_heads_stand_again_on_each_printed_page(form_2021: Form) -> None:
    assert PRINT["thead"]["display"] == "table-header-group"
    assert (PRINT[".sheet"]["display"], PRINT["h2"]["display"]) == ("table", "table-header-group")
    html = findings_as_page(every_kind(form_2021)["many"])
    # What is a table in print has its heading in front.
    assert html.count('class="sheet"') == len(re.findall(r'<section [^>]*class="sheet"[^>]*><h2>', html)) > 1


def test_a_print_without_backgrounds_or_colours_says_as_much() -> None:
    told = {selector: rule["color"] for selector, rule in SCREEN.items() if rule.get("color", "inherit") != "inherit"}
    pale = {selector for selector, text in told.items() if contrast(text, "#fff") < LEGIBLE}
    assert pale == {selector for selector, rule in PRINT.items() if rule.get("background") == "none"}
    assert all(rule.get("background", "none") == "none" for rule in PRINT.values())
    assert all("border" in SCREEN[box] for box in (".verdict", "aside", ".badge"))


def test_no_text_is_cut_off_however_long(form_2021: Form) -> None:
    assert SCREEN["body"]["overflow-wrap"] == "anywhere"
    assert not any({"overflow", "text-overflow", "height", "max-height"} & rule.keys() for rule in SCREEN.values())
    unbroken = {selector for selector, rule in SCREEN.items() if rule.get("white-space") == "nowrap"}
    assert unbroken == {".badge"}
    assert f"<dd>{'很长的一段文字' * 400}{'A' * 2000}</dd>" in findings_as_page(every_kind(form_2021)["many"])
