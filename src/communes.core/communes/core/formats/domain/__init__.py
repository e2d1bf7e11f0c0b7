"""Small formats as pure functions, with nothing of any solution in them."""
