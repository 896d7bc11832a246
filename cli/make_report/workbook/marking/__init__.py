"""Marks put into a workbook and taken out again, on the XML of its parts: what is not touched stays as it is."""
