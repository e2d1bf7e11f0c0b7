"""The search of the site: what may be looked for, and what was in vain."""
