"""The signatures of minutes and of the documents of an item."""
