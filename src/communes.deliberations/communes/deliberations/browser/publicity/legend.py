"""What the highlighted words of an item mean, where there are some."""

from communes.core.privacy.domain.passages import has_marks
from communes.deliberations.api.review import FIELDS
from communes.deliberations.browser.interfaces import IMoreCard
from Products.Five.browser import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.interface import implementer


@implementer(IMoreCard)
class MarkedLegend(BrowserView):
    """For everybody who reads the item: they read what the public will not."""

    order = 70
    side = True
    template = ViewPageTemplateFile("legend.pt")

    def render(self) -> str:
        values = (getattr(self.context, name, None) for name in FIELDS)
        if not any(has_marks(one.raw or "") for one in values if one is not None):
            return ""
        return self.template()
