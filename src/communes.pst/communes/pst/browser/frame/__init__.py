"""What surrounds every page of a plan and every page of an element."""
