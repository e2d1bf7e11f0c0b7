"""The review of an item and the publication of a meeting, told to programs."""
