"""Who asked for an item."""
