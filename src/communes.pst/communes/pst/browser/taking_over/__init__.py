"""What was planned elsewhere is taken over: former mandate, former software."""
