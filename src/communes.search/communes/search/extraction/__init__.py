"""The text of a file, read in a cell of its own and kept, so that search finds it."""
