"""``@search`` of plone.restapi, in typed terms, where the search is installed."""
