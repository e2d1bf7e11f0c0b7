"""Forms that write upon what their person has read, never over a colleague."""

from collections.abc import Mapping
from communes.core.parts.domain.reading import whole
from communes.core.parts.domain.values import Notice
from communes.core.shell.form.base import EditForm
from communes.core.web.posting import PostForm
from communes.deliberations.exceptions import StaleRevision
from communes.deliberations.i18n import _
from z3c.form import button
from zope.i18nmessageid import Message


class RevisedForm(PostForm, EditForm):
    """Give it ``last_revision``, ``keep``, ``saved_url``; a late save is refused."""

    schema = None
    saved_words = _("item_saved", default="Enregistré.")

    @property
    def last_revision(self) -> int:
        """The revision as it is now."""
        raise NotImplementedError

    @property
    def saved_url(self) -> str:
        """Where one goes once it is kept."""
        return self.cancel_url

    @property
    def read(self) -> int:
        """The revision the person has seen."""
        return whole(self.request.form.get("revision"), self.last_revision)

    def keep(self, values: Mapping[str, object]) -> None:
        """Write the values upon the revision ``read``."""
        raise NotImplementedError

    def write(self, values: Mapping[str, object]) -> bool:
        """Keep the values; return whether they were."""
        self.keep(values)
        return True

    @button.buttonAndHandler(_("button_save", default="Enregistrer"), name="save")
    def save(self, action: object) -> None:
        """Keep what was typed, or say what stands against it."""
        values, errors = self.extractData()
        if errors:
            return
        with self.attempt():
            if self.write(values):
                self.saved(self.saved_words, self.saved_url)


class SharedForm(RevisedForm):
    """Keeps on the page what was typed while a colleague was writing too.

    ``stale_words`` tells so, with a place for the ``${changes}``.
    """

    stale = ""
    stale_words: Message

    @property
    def read(self) -> int:
        """The revision the person has seen: after a refusal, the one told of."""
        return self.last_revision if self.stale else super().read

    @property
    def stale_notice(self) -> Notice:
        """What a colleague changed while the person was writing."""
        told = Message(self.stale_words, mapping={"changes": self.stale})
        return Notice(told, "wait")

    def write(self, values: Mapping[str, object]) -> bool:
        """Keep the values, or note what changed meanwhile."""
        try:
            return super().write(values)
        except StaleRevision as refused:
            self.stale = str(refused.values["changes"])
            return False
