"""A public site listens to the programmes its institution publishes."""
