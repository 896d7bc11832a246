"""Findings shown to people and programs: lines of text, JSON data, a page to mail. Nothing prints here."""

from make_report.show.data import findings_as_json
from make_report.show.judged import Judged
from make_report.show.page import findings_as_page
from make_report.show.text import findings_as_text
from make_report.show.words import verdict

__all__ = ["Judged", "findings_as_json", "findings_as_page", "findings_as_text", "verdict"]
