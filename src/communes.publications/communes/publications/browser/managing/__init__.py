"""The pages of those who look after an institution."""
