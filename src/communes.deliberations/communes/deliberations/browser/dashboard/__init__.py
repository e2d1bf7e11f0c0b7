"""What the deliberations say on the dashboard."""
