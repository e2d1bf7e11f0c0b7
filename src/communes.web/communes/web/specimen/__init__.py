"""The website of an invented commune, after those of real ones, made from a number."""
