"""What the website is made of: one module per type, values only."""
