"""The catalogue of checks that hold for every form. Codes are those of docs/checks.md and are never reused.

Sentences are English here and translated when shown (locale/). {cell} is what the form calls the cell;
sheet and address are shown in front of every finding. Checks of one form alone are declared in its form.yaml.
What breaks each check and what does not stands in catalogue_examples/, for the generated pages.
"""

# ruff: noqa: F403 - one catalogue in several files, read as catalogue.U01_EMPTY

from make_report.catalogue.figures import *
from make_report.catalogue.form import *
from make_report.catalogue.texts import *
from make_report.catalogue.waivers import *
from make_report.catalogue.words import *
from make_report.finding import Severity
from make_report.form.rule import SeverityWord


def severity(word: SeverityWord) -> Severity:
    """Return the severity that a form names."""
    return Severity.ERROR if word == "error" else Severity.WARNING
