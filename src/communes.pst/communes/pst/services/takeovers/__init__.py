"""``@pst-takeovers``: what was planned elsewhere taken over, for programs."""
