"""The steps of the elements of a plan."""
