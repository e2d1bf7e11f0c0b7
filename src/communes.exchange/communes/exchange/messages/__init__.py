"""What may be said: the envelope of a message, and the catalogue of its kinds."""
