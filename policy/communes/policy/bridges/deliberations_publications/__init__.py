"""What iA.Délib publishes goes to the portals that the site is paired with."""
