"""The page on which citizens search."""
