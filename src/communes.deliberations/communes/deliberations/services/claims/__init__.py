"""Who has taken an item over."""
