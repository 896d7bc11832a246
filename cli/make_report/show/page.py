"""Findings as one self-contained page: to be mailed, read on a screen, printed on A4. No script, nothing loaded."""

from collections.abc import Iterator
from pathlib import Path

from make_report.finding import Finding, Severity
from make_report.language import marked, translate
from make_report.show.judged import Alike, Judged, SheetFindings, accepted, by_sheet, errors, warnings
from make_report.show.markup import Node
from make_report.show.repairs import LIKELY, mistake_sentences
from make_report.show.words import (
    ACCEPTED,
    accepted_reason,
    same_elsewhere,
    severity_word,
    sheet_heading,
    verdict,
)

_STYLE = Path(__file__).parent / "page.css"
_SIGNS = {Severity.ERROR: "✗", Severity.WARNING: "?"}
"""Severities are told apart by sign, word and frame, for a print without colour."""

_RESULT = marked("Result of the check")
_WORKBOOK = marked("Workbook")
_ERRORS = marked("to correct before publication")
_TO_CHECK = marked("to check: may be right, please look")
_ACCEPTED_COUNT = marked("accepted with a reason, not counted above")
_SHEET, _ERROR_COLUMN, _CHECK_COLUMN = marked("Sheet"), marked("Errors"), marked("To check")
_MADE_BY = marked(
    "Made by make-report from the workbook named above. "
    "A code such as A01 names the check; please quote it when you ask."
)


def findings_as_page(judged: Judged) -> str:
    """Return the page as HTML text, in the form's language, ending in a newline."""
    language = judged.language
    groups = tuple(by_sheet(judged))
    title = _title(judged)
    head = Node(
        "head",
        Node("meta", charset="utf-8"),
        Node("meta", name="viewport", content="width=device-width, initial-scale=1"),
        Node("title", f"{translate(_RESULT, language)} – {title}"),
        Node("style", _STYLE.read_text(encoding="utf-8")),
    )
    body = Node(
        "body",
        _header(judged, title),
        _verdict(judged),
        _overview(groups, language) if len(groups) > 1 else None,
        *(_sheet(group, judged) for group in groups),
        _accepted(judged),
        Node("footer", translate(_MADE_BY, language)),
    )
    return f"<!DOCTYPE html>\n{Node('html', head, body, lang=language).html()}\n"


def _title(judged: Judged) -> str:
    org, year = judged.filing["org"].text, judged.filing["year"].year
    return judged.form.title.format(org=org, year=year) if org and year else judged.filing.source


def _header(judged: Judged, title: str) -> Node:
    fields, filing, language = judged.form.fields, judged.filing, judged.language
    facts = (
        (fields["org"].label, filing["org"].text),
        (fields["year"].label, str(filing["year"].year or "")),
        (translate(_WORKBOOK, language), filing.source),
    )
    return Node(
        "header",
        Node("p", f"{judged.form.name} · {translate(_RESULT, language)}", kind="form"),
        Node("h1", title),
        Node("dl", *(Node("div", Node("dt", name), Node("dd", value or "–")) for name, value in facts)),
    )


def _verdict(judged: Judged) -> Node:
    findings, language = judged.findings, judged.language
    counts = ((errors(findings), _ERRORS), (warnings(findings), _TO_CHECK), (accepted(findings), _ACCEPTED_COUNT))
    tone = "wrong" if errors(findings) else "look" if warnings(findings) else "fit"
    return Node(
        "section",
        Node("p", verdict(findings, language), kind="sentence"),
        Node(
            "ul",
            *(
                Node("li", Node("b", str(len(found))), " ", translate(words, language))
                for found, words in counts
                if found
            ),
        )
        if findings
        else None,
        kind=f"verdict {tone}",
    )


def _overview(groups: tuple[SheetFindings, ...], language: str) -> Node:
    def row(number: int, group: SheetFindings) -> Node:
        counts = [
            sum(1 + len(alike.others) for alike in group.findings if alike.finding.severity is severity)
            for severity in Severity
        ]
        link = Node("a", sheet_heading(group.sheet, language), href=f"#sheet-{number}")
        return Node("tr", Node("th", link, scope="row"), *(Node("td", str(count or "–")) for count in counts))

    names = (_SHEET, _ERROR_COLUMN, _CHECK_COLUMN)
    return Node(
        "table",
        Node("thead", Node("tr", *(Node("th", translate(name, language), scope="col") for name in names))),
        Node("tbody", *(row(_anchor(group), group) for group in groups)),
        kind="overview",
    )


def _anchor(group: SheetFindings) -> int:
    """Return the number by which the page's links find a sheet."""
    return group.findings[0].finding.place.order


def _sheet(group: SheetFindings, judged: Judged) -> Node:
    language = judged.language
    headings = {section.sheet: section.heading for section in judged.form.sections}
    name, heading = sheet_heading(group.sheet, language), headings.get(group.sheet, "")
    return Node(
        "section",
        _heading(name, Node("small", heading) if heading and heading != name else None),
        Node("ol", *(_finding(alike, language) for alike in group.findings)),
        _likely(group, language) if group.mistakes else None,
        id=f"sheet-{_anchor(group)}",
        kind="sheet",
    )


def _heading(*words: Node | str | None) -> Node:
    """Return the heading of a sheet; what it looks like is a matter of its span, as a print makes it a table's head."""
    return Node("h2", Node("span", *words))


def _finding(alike: Alike, language: str) -> Node:
    finding = alike.finding
    return Node(
        "li",
        _place(finding, language),
        Node(
            "div",
            Node("p", _badge(finding, language), " ", finding.message(language), " ", _code(finding), kind="fault"),
            *_remedies(alike, language),
        ),
        kind=finding.severity.word,
    )


def _remedies(alike: Alike, language: str) -> Iterator[Node]:
    if remedy := alike.finding.remedy(language):
        yield Node("p", remedy, kind="remedy")
    if same := same_elsewhere(alike.others, language):
        yield Node("p", same, kind="same")


def _place(finding: Finding, language: str, *, with_sheet: bool = False) -> Node:
    shown = str(finding.place) if with_sheet else finding.place.cell
    return Node("span", shown or sheet_heading(finding.place.sheet, language), kind="cell")


def _badge(finding: Finding, language: str) -> Node:
    return Node("span", f"{_SIGNS[finding.severity]} {severity_word(finding.severity, language)}", kind="badge")


def _code(finding: Finding) -> Node:
    return Node("span", finding.code, kind="code")


def _likely(group: SheetFindings, language: str) -> Node:
    mistakes = (
        Node("li", *(Node("p", sentence) for sentence in mistake_sentences(mistake, language, in_full=True)))
        for mistake in group.mistakes
    )
    return Node("aside", Node("h3", f"★ {translate(LIKELY, language)}"), Node("ul", *mistakes))


def _accepted(judged: Judged) -> Node | None:
    language = judged.language
    if not (taken := accepted(judged.findings)):
        return None
    items = (
        Node(
            "li",
            _place(finding, language, with_sheet=True),
            Node(
                "div",
                Node("p", finding.message(language), " ", _code(finding), kind="fault"),
                Node("p", accepted_reason(finding, language), kind="reason"),
            ),
            kind="accepted",
        )
        for finding in taken
    )
    return Node("section", _heading(translate(ACCEPTED, language)), Node("ol", *items), kind="sheet")
