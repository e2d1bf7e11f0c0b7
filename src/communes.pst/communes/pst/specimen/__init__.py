"""A programme as a Walloon commune writes one, for demonstrations and measurements."""
