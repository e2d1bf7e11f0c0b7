"""``supprimer``: deletes an element that holds nothing, after a question."""

from Acquisition import aq_parent
from communes.core.shell.acting import Act
from communes.pst.api.element import delete_element
from communes.pst.i18n import _


class Delete(Act):
    """A refusal leaves the person on the page of the element."""

    deleted = False

    def act(self) -> dict:
        mapping = {"title": self.context.title}
        self.above = aq_parent(self.context).absolute_url()
        delete_element(self.context, self.revision)
        self.deleted = True
        said = _("deleted", default="« ${title} » est supprimé.", mapping=mapping)
        return {"message": said}

    def back(self) -> str:
        return f"{self.above}/view" if self.deleted else super().back()
