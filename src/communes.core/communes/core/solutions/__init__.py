"""A solution shows itself to the shell without the shell knowing it."""
