"""The form of a content that is there."""

from communes.web.browser.filling.page import FillingPage
from communes.web.browser.pages.below import OnContentPage


class ContentForm(OnContentPage, FillingPage):
    """Carries the revision the person reads: nobody writes over somebody else."""

    @property
    def revision(self) -> str:
        return str(self.context.revision)
