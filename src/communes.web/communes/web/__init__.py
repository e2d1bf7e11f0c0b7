"""Web: one solution of the communes suite."""
