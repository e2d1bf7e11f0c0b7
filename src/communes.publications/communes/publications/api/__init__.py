"""The doors of the portal: what pages and services may ask it."""
