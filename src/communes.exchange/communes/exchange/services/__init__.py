"""The exchange for other programs: what arrives, what waits, what may be said."""
