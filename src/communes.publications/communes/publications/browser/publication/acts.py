"""What is done on the page of a publication: a step, a file joined or taken away."""

from communes.core.errors.domain import InvalidInput
from communes.core.shell.acting import Act
from communes.publications.api import publication as door
from communes.publications.domain.publication.states import (
    PUBLICATION_TRANSITION_LABELS,
)
from communes.publications.domain.publication.states import PublicationTransition
from communes.publications.i18n import _
from communes.publications.i18n import DOMAIN
from communes.publications.i18n import label
from datetime import datetime
from plone.namedfile.file import NamedBlobFile


class NoSuchStep(InvalidInput):
    """Cause: the form names no step. Cure: reload the page."""

    i18n_domain = DOMAIN
    code = "publication_step_unknown"
    template = "Cette étape n'existe pas : rechargez la page."


class NoFile(InvalidInput):
    """Cause: no file was chosen, or it has no title. Cure: choose one."""

    i18n_domain = DOMAIN
    code = "publication_file_missing"
    template = "Choisissez un fichier et donnez-lui un titre."


class TakeStep(Act):
    """``<publication>/etape``"""

    def act(self) -> dict:
        name = self.given("etape")
        if name not in set(PublicationTransition):
            raise NoSuchStep(field="etape")
        step = PublicationTransition(name)
        door.take_step(self.context, step, self.given("motif"), self._moment())
        done = label(PUBLICATION_TRANSITION_LABELS, step)
        mapping = {"step": done}
        said = _(
            "publication_step_done", default="C'est fait : ${step}.", mapping=mapping
        )
        return {"message": said}

    def _moment(self) -> datetime | None:
        """Return the day and hour of the form; None where there is none to read."""
        try:
            return datetime.fromisoformat(f"{self.given('jour')}T{self.given('heure')}")
        except ValueError:
            return None


class JoinFile(Act):
    """``<publication>/joindre-fichier``"""

    def act(self) -> dict:
        given = self.request.form.get("fichier")
        data = given.read() if hasattr(given, "read") else b""
        title = self.given("titre").strip()
        if not data or not title:
            raise NoFile(field="fichier")
        file = NamedBlobFile(data, filename=str(given.filename).rpartition("\\")[2])
        door.join_file(self.context, title, file)
        return {"message": _("file_joined", default="Le fichier est joint.")}


class RemoveFile(Act):
    """``<publication>/retirer-fichier``"""

    def act(self) -> dict:
        door.remove_file(self.context, self.given("id"))
        return {"message": _("file_removed", default="Le fichier est retiré.")}
