"""Proof of a moment: an authority of time seals bytes, and anyone checks it offline."""
