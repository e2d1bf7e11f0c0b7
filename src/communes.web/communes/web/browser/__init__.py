"""The pages of the website, one folder per subject."""
