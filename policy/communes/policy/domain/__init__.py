"""What a commune says of itself in its file, and what is wrong with it."""
