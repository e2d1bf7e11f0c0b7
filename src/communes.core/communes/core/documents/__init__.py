"""Legal text becomes tagged PDF/A, and letters become ODT, without an office suite."""
