"""The news as citizens read them."""
