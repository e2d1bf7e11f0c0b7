"""Who keeps a branch, for machines."""
