"""One mistake, one finding: what would be right if another finding were mended is not said as well."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import groupby

from make_report.finding import Finding, Operand

_BEGINNING = 6
"""Characters by which two quotations begin alike."""
_DOUBLE_BRACES = "{}、, "
"""Of what a leftover consists that is nothing but two pairs of braces."""
_ROUNDED = Decimal("0.02")
"""How far a percentage is from the exact one if both were rounded."""


def told_once(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Yield the findings without those that follow from another in the same place; they are sorted by place.

    A number that differs from the table is the exact one: it names the cell. A list that would add up with the table's
    figure, a share that would be right with it, a phrase that says the same nought in words, and the name of the
    things counted, which its remedy gives, follow from it. Findings are kinds by their operands: no code is known here.
    """
    for _, here in groupby(findings, key=lambda finding: finding.place):
        found = tuple(_said_once(here))
        wrong = [finding for finding in found if _is_number(finding)]
        for position, finding in enumerate(found):
            others = (*found[:position], *found[position + 1 :])
            said = any(_says_as_well(other, finding) for other in others) or _is_said(finding, found[:position])
            if not said and not (wrong and _follows(finding, wrong)):
                yield finding


def _is_said(finding: Finding, before: Iterable[Finding]) -> bool:
    """Return whether a number was found wrong before, by another rule of the same code, beside the same cells."""
    return _is_number(finding) and any(
        _is_number(other)
        and other.code == finding.code
        and _same_clause(other, finding)
        and _operand(other, "stated") == _operand(finding, "stated")
        and not {*other.related}.isdisjoint(finding.related)
        for other in before
    )


def _says_as_well(finding: Finding, other: Finding) -> bool:
    """Return whether a finding with its remedy says all that the other says.

    A wrong title is given with the right one, a wrong period with its wrong day; what is to be changed in a text
    says more than that its spaces were tidied; a paragraph that stands twice has its number twice; growth over last
    year's figures says more than growth over the numbers of the text, a list with its whole more than its kinds.
    """
    kind, of_other = set(finding.operands), set(other.operands)
    if {"actual", "expected"} <= of_other and kind == {"actual"}:
        begins = str(other.operands["actual"])[:_BEGINNING]
        return other.code != finding.code and str(finding.operands["actual"]).startswith(f"“{begins}")
    if of_other == {"actual", "org"} and kind == {"actual", "expected", "org"}:
        return finding.code == other.code
    if {"actual", "expected"} == of_other and "nearest" not in kind:
        return kind == {"actual", "org"} and _quotes(other, "expected", finding, "org")
    if of_other == {"actual", "example"}:
        return {"actual", "expected"} <= kind and _quotes(finding, "actual", other, "actual")
    tidied = of_other == {"value", "what"} and finding.code == other.code and {"actual", "expected"} <= kind
    return tidied or _counts_as_well(finding, other) or _explains(finding, other)


def _explains(finding: Finding, other: Finding) -> bool:
    """Return whether the other is about the braces of a reference alone, or about a figure beyond its limits."""
    kind, of_other = set(finding.operands), set(other.operands)
    if kind == {"value", "minimum", "decimals"} and of_other == {"value", "number", "unit"}:
        return finding.operands["value"] == other.operands["number"]
    if kind == {"doubled", "nearest"} and of_other == {"words"}:
        return {*str(other.operands["words"])} <= {*_DOUBLE_BRACES}
    braces = kind == {"reference", "nearest"} and of_other == {"actual", "expected"}
    return braces and str(finding.operands["reference"]) in str(other.operands["actual"])


def _counts_as_well(finding: Finding, other: Finding) -> bool:
    """Return the same of findings about the numbers of a text: see there."""
    if "now" in other.operands:
        return finding.code == other.code and "cells" in finding.operands
    if {"sum", "figure", "name"} <= other.operands.keys() and {"whole", "sum"} <= finding.operands.keys():
        return finding.operands["sum"] == other.operands["sum"]
    return False


def _quotes(one: Finding, name: str, other: Finding, of_other: str) -> bool:
    return str(other.operands[of_other]) in str(one.operands[name])


def _said_once(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Yield the findings about numbers each once: a stricter rule and a laxer one may say the same of a clause."""
    seen: set[tuple[str, tuple[tuple[str, Operand], ...]]] = set()
    for finding in findings:
        said = finding.code, tuple(finding.operands.items())
        if not _is_number(finding) or said not in seen:
            yield finding
        seen.add(said)


def _is_number(finding: Finding) -> bool:
    return {"clause", "stated", "figure", "name"} <= finding.operands.keys()


def _follows(finding: Finding, wrong: list[Finding]) -> bool:
    kind = finding.operands.keys()
    if {"whole", "sum"} <= kind:
        return _adds_up(finding, wrong)
    if {"count", "stated", "figure"} <= kind:
        return any(_is_its_share(finding, number) for number in wrong)
    if "now" in kind:
        return any(_operand(number, "stated") == _operand(finding, "now") for number in wrong)
    if {"clause", "name"} <= kind and "stated" not in kind:
        return any(_same_clause(finding, number) and _operand(number, "stated") == 0 for number in wrong)
    if {"actual", "term", "instead"} <= kind:
        return any(str(finding.operands["actual"]) in str(number.operands["clause"]) for number in wrong)
    return False


def _adds_up(finding: Finding, wrong: list[Finding]) -> bool:
    """Return whether the list adds up if its wrong members, or its whole, are as the tables have them."""
    whole, total = _operand(finding, "whole"), _operand(finding, "sum")
    changes = [_operand(number, "figure") - _operand(number, "stated") for number in wrong]
    return (
        total + sum(changes, Decimal(0)) == whole
        or any(total + change == whole for change in changes)
        or any((_operand(one, "stated"), _operand(one, "figure")) == (whole, total) for one in wrong)
    )


def _is_its_share(finding: Finding, number: Finding) -> bool:
    """Return whether the percentage is that of the table's figure instead of the number beside it."""
    count = _operand(finding, "count")
    if not count or not _same_clause(finding, number) or count != _operand(number, "stated"):
        return False
    right = _operand(finding, "figure") * _operand(number, "figure") / count
    return abs(right - _operand(finding, "stated")) <= _ROUNDED * max(1, _operand(number, "figure") / count)


def _same_clause(one: Finding, other: Finding) -> bool:
    return one.operands["clause"] == other.operands["clause"]


def _operand(finding: Finding, name: str) -> Decimal:
    return Decimal(str(finding.operands[name]))
