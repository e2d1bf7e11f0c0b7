"""Workbooks (XLSX) as sheets of plain cells: written whole, read with guards."""
