"""What a citizen follows, and whether something new is part of it."""
