"""``<file>`` and ``<file>/telecharger``: a file of a page, given out as a download.

What a browser would run (HTML, SVG) is never shown in the site's own name.
"""

from communes.core.hardening.giving import give_out
from communes.web.api.files import file_data
from Products.Five.browser import BrowserView


class Download(BrowserView):
    """Both addresses give the file itself."""

    def __call__(self) -> bytes:
        return give_out(self.request.response, file_data(self.context))
