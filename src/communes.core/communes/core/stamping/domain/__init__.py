"""The container a citizen keeps, and what it proves, as plain values."""
