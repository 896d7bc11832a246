"""Findings shown to people and programs: lines of text, JSON data, a page to mail. Nothing prints here."""
