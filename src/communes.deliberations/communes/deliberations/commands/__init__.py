"""What an operator runs beside the web."""
