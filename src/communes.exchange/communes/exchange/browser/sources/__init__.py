"""The authentic sources of the commune, and the reading of one value."""
