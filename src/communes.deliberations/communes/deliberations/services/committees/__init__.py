"""The committees before a meeting."""
