"""The whole programme on one page, folding."""
