"""The sheet of a service of the commune (« démarche »)."""

from communes.web.content.base import IWebFields
from communes.web.content.base import WebContent
from zope.interface import implementer


class IService(IWebFields):
    """What the forms of Plone may show of a sheet; the rest is the door's alone."""


@implementer(IService)
class Service(WebContent):
    """A sheet; files that go with it stand in it.

    Attributes are the plain values of ``domain.service.ServiceSheet``, read by
    ``sheets.storage``. ``authority`` is the UID of the directory entry that answers.
    """

    authority = ""
    introduction = ""
    for_whom = ""
    who_may_ask = ""
    conditions = ()
    steps = ()
    pieces = ()
    results = ()
    costs = ()
    delay = None
    delay_note = ""
    rules = ()
    channels = ()
    questions = ()
    related = ()
    life_events = ()
    form = ""
    form_url = ""
    button = ""
    why_suspended = ""
