"""The evaluations of a plan."""
