"""PAdES signatures: a visible mark where the paper one would be, and the seal."""
