"""A workbook's parts read as XML by expat, in one pass, each only as far as it is needed.

It knows what office programs usually write and nothing else. Whatever it does not know raises NotUnderstoodError, and
openpyxl reads the file instead: this way is faster, never more lenient. What a cell holds is openpyxl's word in both.
"""
