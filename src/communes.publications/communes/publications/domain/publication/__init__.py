"""Regulations and notices: their life, the law that drives it, and their register."""
