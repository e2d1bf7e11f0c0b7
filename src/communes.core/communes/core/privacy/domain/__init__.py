"""The rules of marked passages and of what is likely to be personal data."""
