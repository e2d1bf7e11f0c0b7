"""Where a citizen questions the council."""
