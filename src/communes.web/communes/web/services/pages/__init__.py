"""Pages, folders and alerts, for machines."""
