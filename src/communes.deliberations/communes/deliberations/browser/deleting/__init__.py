"""Deleting a draft, or a meeting on whose agenda nothing stands."""
