"""What iA.PST publishes goes to the public sites that the site is paired with."""
