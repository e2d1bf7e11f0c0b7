"""A legal or practical delay has one arithmetic, and it can explain itself."""
