"""The votes of an item."""
