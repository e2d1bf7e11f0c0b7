"""Those of a list, for who looks after it and for themselves: choices, files, data."""
