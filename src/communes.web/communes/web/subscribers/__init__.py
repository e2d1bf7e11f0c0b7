"""What follows the life of a content."""
