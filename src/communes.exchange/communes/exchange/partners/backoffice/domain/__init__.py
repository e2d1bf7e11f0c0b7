"""How the back office says things, and how we say them, without Plone."""
