"""What an operator runs in a terminal, with the Zope application at hand."""
