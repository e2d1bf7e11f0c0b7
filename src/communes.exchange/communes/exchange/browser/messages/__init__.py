"""The catalogue of messages, for integrators."""
