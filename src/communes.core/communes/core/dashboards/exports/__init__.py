"""A list leaves the house as a file that a spreadsheet opens and does not obey."""
