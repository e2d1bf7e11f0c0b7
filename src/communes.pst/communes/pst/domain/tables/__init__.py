"""A programme as sheets of a workbook, and back: rows and cells, no file format."""
