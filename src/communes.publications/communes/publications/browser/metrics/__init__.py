"""How the portal stands, for a Prometheus."""
