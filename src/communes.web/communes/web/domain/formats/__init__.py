"""What the website says to machines, in the words of their standards."""
