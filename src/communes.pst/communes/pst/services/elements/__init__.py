"""The elements of a plan."""
