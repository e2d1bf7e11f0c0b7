"""A member's own workspace in a meeting, told to programs."""
