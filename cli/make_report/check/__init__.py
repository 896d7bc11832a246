"""What is wrong with a filing: one module for each family of checks; and the likely culprit, in repair.py."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from make_report.check.arithmetic import breaks_a_sum
from make_report.check.last_year import LastYear
from make_report.check.run import check_filing
from make_report.check.told_once import told_once
from make_report.filing import Filing
from make_report.finding import Finding, in_order
from make_report.form.model import Form

if TYPE_CHECKING:
    from make_report.repair import Mistake

__all__ = ["LastYear", "accepted", "check_filing", "likely_repairs", "told_once"]


def accepted(
    form: Form,
    filing: Filing,
    findings: Iterable[Finding],
    last_year: LastYear | None = None,
    *,
    optional: bool = False,
) -> tuple[Finding, ...]:
    """Return the findings, sorted by place, with what staff accept in writing (waivers.accepted)."""
    if not filing.waivers:
        return in_order(findings)
    from make_report.check import waivers  # noqa: PLC0415 - loads what few runs need

    return waivers.accepted(form, filing, findings, last_year, optional=optional)


def likely_repairs(
    form: Form, filing: Filing, last_year: LastYear | None = None, accepted: Iterable[Finding] = ()
) -> "tuple[Mistake, ...]":
    """Return the likely repairs of a filing's broken sums (repair.likely_repairs); most filings have none."""
    if not breaks_a_sum(form, filing):
        return ()
    from make_report.check import repair  # noqa: PLC0415 - loads what few runs need

    return repair.likely_repairs(form, filing, last_year, accepted)
