"""The labels of an item: common, and one's own."""
