"""The page where an operator sees what waits, what failed and why."""
