"""What a finding counts for, as marks show it: a colour and a word."""

from enum import IntEnum

from make_report.finding import Finding, Severity
from make_report.language import marked, translate
from make_report.show.words import severity_word

_ACCEPTED = marked("accepted")


class Level(IntEnum):
    """The first is the worst; of several at one cell it gives the colour."""

    ERROR = 1
    WARNING = 2
    ACCEPTED = 3

    @property
    def colour(self) -> str:
        """The fill, darker than any colour of the standard workbook, so that it is seen at once."""
        return {Level.ERROR: "FFFF9B9B", Level.WARNING: "FFFFD24D", Level.ACCEPTED: "FFC9D6E4"}[self]


def level_of(finding: Finding) -> Level:
    """Return what a finding counts for."""
    if finding.accepted:
        return Level.ACCEPTED
    return Level.ERROR if finding.severity is Severity.ERROR else Level.WARNING


def level_word(finding: Finding, language: str) -> str:
    """Return the word that stands in front of a finding."""
    return translate(_ACCEPTED, language) if finding.accepted else severity_word(finding.severity, language)


def advice(finding: Finding, language: str) -> str:
    """Return what to do about a finding, or the reason for which it was accepted."""
    return finding.accepted or finding.remedy(language)
