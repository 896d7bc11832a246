"""What the standard workbook says in places where the reader looks for it again."""

from make_report.language import marked

NOTES_LABEL = marked("Notes, printed under the table (may be left blank; Alt+Enter starts a new line)")
"""Above the cell for the notes of a table."""
REFERENCE = marked("Last year's text, for reading only")
"""Above the column that holds last year's text beside this year's."""
