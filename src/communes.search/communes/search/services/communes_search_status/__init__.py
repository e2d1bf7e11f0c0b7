"""``@communes-search-status``: how the search is doing, for programs."""
