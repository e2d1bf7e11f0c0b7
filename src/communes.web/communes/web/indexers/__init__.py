"""What the catalogue keeps of a content."""
