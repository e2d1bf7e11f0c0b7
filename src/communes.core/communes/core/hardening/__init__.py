"""What Plone opens that an agent does not need is closed, once for every solution."""
