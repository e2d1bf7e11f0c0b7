"""The sheets of services as citizens read them."""
