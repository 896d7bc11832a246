"""The standard workbook, blank or filled, drawn from the layout."""
