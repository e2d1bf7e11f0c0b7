"""The review of an item before it is published, and the publication of a meeting."""
