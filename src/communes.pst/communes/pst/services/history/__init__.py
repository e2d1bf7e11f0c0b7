"""What became of an element."""
