"""Who keeps the site: what to mend, what is shared, taken over, redirected."""
