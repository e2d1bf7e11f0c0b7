"""What is read from an authentic source, and how long it holds, without Plone."""
