"""A whole plan at once: its elements and what they come to."""
