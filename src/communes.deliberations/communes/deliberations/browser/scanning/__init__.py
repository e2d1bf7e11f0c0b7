"""The page of scanned papers, and the sheet with the code of an item."""
