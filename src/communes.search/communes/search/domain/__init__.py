"""What may be asked of the search and what it answers: no Plone, no HTTP."""
