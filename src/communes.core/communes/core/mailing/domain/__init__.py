"""Subscribers, letters and what comes back, as plain values."""
