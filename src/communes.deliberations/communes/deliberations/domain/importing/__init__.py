"""A meeting held elsewhere, read from a file: checked whole before anything is kept."""
