"""The names under which the worker knows what newsletters ask for."""

#: The intent that sends an issue to one address to be looked at.
TEST = "communes.web.newsletter.test"
#: The first part of the lists of subscribers (``domain.newsletter.sending.list_of``).
LISTS = "newsletter"
#: The page of a subscriber's own choices, below the newsletter.
CHOICES_PAGE = "choix"
