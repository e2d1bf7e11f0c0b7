"""A number of the trade is drawn once, by one person, and leaves no gap behind."""
