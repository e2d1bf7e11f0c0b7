"""``@communes-suggest``: what may be meant, while it is typed."""
