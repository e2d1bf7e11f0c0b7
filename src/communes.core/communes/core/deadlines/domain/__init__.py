"""Days, holidays and dated law as plain values, tested without a site."""
