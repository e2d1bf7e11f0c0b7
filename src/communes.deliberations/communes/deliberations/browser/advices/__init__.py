"""The pages of the advices: those of an item, one, and all that wait."""
