"""Pages, folders and their sections, for machines."""
