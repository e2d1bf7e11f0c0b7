"""What programs ask the portal, by JSON."""
