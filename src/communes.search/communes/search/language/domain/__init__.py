"""How words are compared, widened and weighed: no Plone, no HTTP."""
