"""Regulations and notices: written, planned, shown, proven, taken back."""
