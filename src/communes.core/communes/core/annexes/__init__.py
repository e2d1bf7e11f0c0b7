"""A file joined to a matter is kept, shown and given out like every other."""
