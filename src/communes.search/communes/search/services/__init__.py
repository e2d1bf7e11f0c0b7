"""What the search offers to programs."""
