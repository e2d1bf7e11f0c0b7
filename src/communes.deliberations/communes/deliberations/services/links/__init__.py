"""The items linked with an item."""
