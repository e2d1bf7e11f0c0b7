"""What the portal keeps: institutions, and below each what it has published."""
