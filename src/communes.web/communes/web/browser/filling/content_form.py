"""The form of a content that is there."""

from communes.web.browser.filling.page import FillingPage
from communes.web.browser.pages.below import OnContentPage


class ContentForm(OnContentPage, FillingPage):
    """Carries the revision the person read: nobody writes over somebody else."""

    @property
    def revision(self) -> str:
        """The revision that was read, also when the form is shown again."""
        read = self.given_revision
        return str(self.context.revision if read is None else read)
