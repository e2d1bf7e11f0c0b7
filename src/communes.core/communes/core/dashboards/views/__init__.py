"""A list arranged as someone likes it, kept under a name and found again as a tab."""
