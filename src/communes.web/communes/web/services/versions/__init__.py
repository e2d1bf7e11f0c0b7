"""What pages were, for machines."""
