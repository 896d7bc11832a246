"""Word, in and out. The only room that imports docxtpl and python-docx."""
