"""What the checks of the catalogue look like: for each one example that breaks it and one that does not.

Read for the generated pages only (docs/checks.md), one module for each of catalogue/, which has what a run says.
"""

from make_report.catalogue_examples.figures import FIGURES
from make_report.catalogue_examples.form import FORM
from make_report.catalogue_examples.texts import TEXTS
from make_report.catalogue_examples.waivers import WAIVERS

EXPLAINED = (*FIGURES, *FORM, *TEXTS, *WAIVERS)
