"""The content of a profile, given to a solution through its own door."""
