"""A workbook as staff leave it, into a Filing: guarded, its structure verified, then cell by cell."""
