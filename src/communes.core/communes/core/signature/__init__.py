"""A document is put to its signatories in order, on paper or electronically."""
