"""An issue as mail programs show it: wide, narrow, and in text."""

from communes.core.hardening.giving import forbid_guessing
from communes.core.parts.domain.values import Fact
from communes.web.api.issues import composed
from communes.web.browser.newsletter.issue_frame import IssueFrame
from communes.web.domain.newsletter.issue import MOST_BYTES
from communes.web.i18n import _
from Products.Five.browser import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


#: The letter has its styles in place and runs nothing.
POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src *; sandbox"


class PreviewPage(IssueFrame):
    """Both widths side by side, and how heavy it is."""

    template = ViewPageTemplateFile("templates/preview.pt")

    @property
    def facts(self) -> list[Fact]:
        size = len(composed(self.context).html.encode())
        return [
            Fact(
                _("fact_size", default="Poids"),
                f"{-(-size // 1000)} ko",
            ),
            Fact(_("fact_most", default="Au plus"), f"{MOST_BYTES / 1000:.0f} ko"),
        ]

    @property
    def text(self) -> str:
        return self._made[1]

    @property
    def _made(self) -> tuple[str, str]:
        return for_nobody(self.context)


class RawPreview(BrowserView):
    """The letter alone, for the frames of the preview."""

    def __call__(self) -> str:
        response = self.request.response
        response.setHeader("Content-Type", "text/html; charset=utf-8")
        response.setHeader("Content-Security-Policy", POLICY)
        forbid_guessing(response)
        return for_nobody(self.context)[0]


class TextPreview(BrowserView):
    """The same in text."""

    def __call__(self) -> str:
        response = self.request.response
        response.setHeader("Content-Type", "text/plain; charset=utf-8")
        forbid_guessing(response)
        return for_nobody(self.context)[1]


def for_nobody(issue: object) -> tuple[str, str]:
    """Return an issue whose personal links lead to its newsletter."""
    home = issue.__parent__.absolute_url()
    return composed(issue).for_one(home, home)
