"""The convocation of a meeting by e-mail."""
