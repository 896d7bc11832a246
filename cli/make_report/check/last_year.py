"""Last year's report, against which this year's is checked."""

from dataclasses import dataclass

from make_report.filing import Filing
from make_report.form.model import Form


@dataclass(frozen=True, slots=True)
class LastYear:
    """Last year's filing, and its form: not always the form of this year."""

    form: Form
    filing: Filing
