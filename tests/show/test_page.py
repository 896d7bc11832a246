"""The page to mail: whole in itself, and safe whatever a cell holds."""

import re
from html.parser import HTMLParser

from make_report.finding import Check, Finding, Severity
from make_report.form.model import Form
from make_report.place import Place
from make_report.show.judged import Judged
from make_report.show.page import findings_as_page
from tests.show.findings import LOOK, TOTAL_LEFT_0, WHOLE, at, judged, shown

EVIL = "<script>alert(1)</script> & \"quoted\" 'text' </style>"


class Page(HTMLParser):
    """The elements, their attributes, and the text of a page."""

    def __init__(self, whole: Judged) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str]] = []
        self.text = ""
        self.html = findings_as_page(whole)
        self.feed(self.html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(name, value or "") for name, value in attrs]

    def handle_data(self, data: str) -> None:
        self.text += data


def test_the_page_loads_nothing_and_runs_nothing(form_2021: Form) -> None:
    page = Page(shown(form_2021, at(7), at(8, LOOK), WHOLE))
    assert not {"script", "link", "img", "iframe", "object"} & set(page.tags)
    assert all(value.startswith("#") for name, value in page.attributes if name in {"href", "src"})
    assert not any(name.startswith("on") for name, _ in page.attributes)
    assert not re.search(r"url\(|@import|https?:", page.html)


def test_what_a_cell_holds_is_text(form_2021: Form) -> None:
    finding = Finding(Check("F15", Severity.ERROR, "{what}", "{what}"), Place(1, 2, 1, EVIL), {"what": EVIL}, EVIL)
    accepted = Finding(finding.check, finding.place, finding.operands, EVIL, accepted=EVIL)
    page = Page(shown(form_2021, finding, accepted, source=f"{EVIL}.xlsx"))
    assert "script" not in page.tags
    assert page.tags.count("style") == 1
    assert page.text.count(EVIL) == 7


def test_the_page_says_who_when_and_what(form_2021: Form) -> None:
    page = Page(judged(form_2021, TOTAL_LEFT_0))
    for said in (
        "某某市某某区民政局2021年政府信息公开工作年度报告",
        "book.xlsx",
        "还不能公开：有1个错误要改正。",
        "E7",
        "✗ 错误",
        "A04",
        "把表四 E7由0改为2",
    ):
        assert said in page.text, said


def test_the_page_lists_every_likely_repair_in_full(form_2021: Form) -> None:
    whole = judged(form_2021, {"requests.received.natural_person": 132, "requests.granted.natural_person": 123})
    (mistake,) = whole.mistakes
    text = Page(whole).text
    places = [text.index(f"把{repair.changes[0].place}由") for repair in mistake.repairs]
    assert places == sorted(places)
    assert len(places) == 23


def test_severities_differ_without_colour(form_2021: Form) -> None:
    page = Page(shown(form_2021, at(7), at(8, LOOK)))
    assert page.text.count("✗ 错误") == page.text.count("? 请核对") == 1


def test_the_overview_links_every_sheet(form_2021: Form) -> None:
    page = Page(shown(form_2021, at(7), WHOLE))
    links = {value[1:] for name, value in page.attributes if name == "href"}
    assert len(links) == 2
    assert links <= {value for name, value in page.attributes if name == "id"}


def test_a_workbook_without_findings_is_called_fit(form_2021: Form) -> None:
    page = Page(shown(form_2021))
    assert "可以公开。" in page.text
    assert "li" not in page.tags
