"""``@communes-search``: the typed search, for programs."""
