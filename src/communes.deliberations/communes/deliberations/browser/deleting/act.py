"""``supprimer``: deletes what is shown, after a question, and leads to its list."""

from AccessControl.Permissions import delete_objects
from Acquisition import aq_parent
from communes.core.parts.domain.values import Action
from communes.core.shell.acting import Act
from communes.deliberations.api import reading
from communes.deliberations.api.deleting import delete
from communes.deliberations.i18n import _


class Delete(Act):
    """Deletes an item or a meeting; a refusal leaves the person on its page."""

    deleted = False

    def act(self) -> dict:
        mapping = {"title": self.context.title}
        self.list_url = aq_parent(self.context).absolute_url()
        delete(self.context, self.revision)
        self.deleted = True
        said = _("deleted", default="« ${title} » est supprimé.", mapping=mapping)
        return {"message": said}

    def back(self) -> str:
        return self.list_url if self.deleted else super().back()


def delete_actions(obj: object, revision: int, question: str) -> list[Action]:
    """Return the button, for whoever may delete the object in its state."""
    if not reading.may_do(delete_objects, obj):
        return []
    return [
        Action(
            _("delete", default="Supprimer"),
            f"{obj.absolute_url()}/supprimer",
            danger=True,
            method="post",
            values={"revision": str(revision)},
            confirm=question,
        )
    ]
