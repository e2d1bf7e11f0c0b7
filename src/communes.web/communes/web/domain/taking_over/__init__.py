"""What another Plone site gives, and what becomes of it here."""
