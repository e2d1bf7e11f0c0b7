"""What an operator runs beside the web for the website."""
