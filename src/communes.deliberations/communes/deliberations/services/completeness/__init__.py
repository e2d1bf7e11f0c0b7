"""Whether the file of an item is complete."""
