"""The REST services of the website, one noun per folder."""
