"""The legal clock of a meeting."""
