"""What lists, filters and the tree ask the catalogue about an element."""
