"""Lists and counters: a typed query, its answer as plain rows, and their pages."""
