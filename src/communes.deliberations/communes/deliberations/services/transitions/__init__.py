"""The steps of an item or of a meeting."""
