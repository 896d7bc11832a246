"""What is wrong with a filing: one module for each family of checks; and the likely culprit, in repair.py."""

from make_report.check.last_year import LastYear
from make_report.check.repair import likely_repairs
from make_report.check.run import check_filing
from make_report.check.waivers import accepted

__all__ = ["LastYear", "accepted", "check_filing", "likely_repairs"]
