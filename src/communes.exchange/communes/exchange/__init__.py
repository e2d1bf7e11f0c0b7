"""The interoperability framework: documented messages with whoever is agreed."""
