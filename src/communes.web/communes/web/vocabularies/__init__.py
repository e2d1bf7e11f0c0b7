"""The lists a commune chooses from."""
