"""Excel, in and out. The only room that imports openpyxl."""
