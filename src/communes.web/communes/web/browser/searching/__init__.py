"""The page that searches the site, and what was looked for in vain."""
