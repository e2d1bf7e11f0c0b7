"""The supervision of the act of an item."""
