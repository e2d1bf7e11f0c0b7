"""The public door of the website, one module per subject."""
