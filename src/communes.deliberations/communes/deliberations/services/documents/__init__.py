"""The documents of a meeting or of an item."""
