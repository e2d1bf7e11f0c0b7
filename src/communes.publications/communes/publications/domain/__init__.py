"""What the portal knows of decisions and regulations, without Plone."""
