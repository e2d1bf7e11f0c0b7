"""The texts of an item as they were, and what changed between two of them."""
