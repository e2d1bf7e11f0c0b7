"""What waits for a webmaster."""
