"""make-report: a filled workbook in, a report fit for publication out."""

__version__ = "0.1.0"
