"""The envelope of a message and the kinds of messages, without Plone."""
