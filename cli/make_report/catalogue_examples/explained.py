"""What is told of a check beside its sentences."""

from make_report.finding import Check
from make_report.record import Record


class Explained(Record):
    """A check of the catalogue with the reason for it, what breaks it, and what comes near but does not."""

    check: Check
    bad: str
    good: str
    source: str
