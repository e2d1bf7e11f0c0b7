"""The directory, for machines."""
