"""Forms that anyone may send: not too often, not by machines, with no third party."""
