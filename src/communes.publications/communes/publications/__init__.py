"""Publications: one solution of the communes suite."""
