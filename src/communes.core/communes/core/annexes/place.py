"""An annex is seen where it lies: among the annexes of its matter."""

from Acquisition import aq_inner
from Acquisition import aq_parent
from Products.Five.browser import BrowserView
from zope.component import queryMultiAdapter


TAB = "annexes"


class AnnexInPlace(BrowserView):
    """Leads from the address of an annex, as a search gives it, to its line there."""

    def __call__(self) -> str:
        """Go to the tab of the annexes where the matter has one, else to the matter."""
        annex = aq_inner(self.context)
        matter = aq_parent(annex)
        address = matter.absolute_url()
        if queryMultiAdapter((matter, self.request), name=TAB) is not None:
            address = f"{address}/{TAB}#{annex.getId()}"
        self.request.response.redirect(address)
        return ""
