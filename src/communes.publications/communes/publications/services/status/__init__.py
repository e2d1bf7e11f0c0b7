"""``@publications-status``: what is planned, late or waits, for programs."""
