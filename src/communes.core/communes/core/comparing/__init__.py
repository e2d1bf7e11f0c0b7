"""Two versions of a formatted text, compared word by word for who reads both."""
