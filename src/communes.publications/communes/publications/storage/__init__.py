"""Where what was published is found and kept."""
