"""What goes wrong between a partner and its connector, without Plone."""
