"""The texts of an item at each step."""
