"""What the tab « Suivi » and its card change, each by POST and once."""

from communes.core.shell.acting import Act
from communes.deliberations.api.claim import claim
from communes.deliberations.api.claim import release
from communes.deliberations.api.completeness import say_completeness
from communes.deliberations.api.duplicate import duplicate
from communes.deliberations.api.fixing import fill_with_agenda
from communes.deliberations.api.label import set_labels
from communes.deliberations.api.label import set_own_labels
from communes.deliberations.api.link import add_link
from communes.deliberations.api.link import remove_link
from communes.deliberations.i18n import _


class TrackingAct(Act):
    """Comes back to the tab."""

    def back(self) -> str:
        return f"{self.context.absolute_url()}/suivi"


class Claim(Act):
    """Takes the item over; stays on the page it was asked from."""

    def act(self) -> dict:
        claim(self.context, self.revision)
        return {"message": _("claimed", default="Vous avez pris ce point en charge.")}


class Release(Act):
    """Gives the item back."""

    def act(self) -> dict:
        release(self.context, self.revision)
        return {"message": _("released", default="Le point est rendu.")}


class SayCompleteness(TrackingAct):
    """Says whether the file is complete, or asks for another look."""

    def act(self) -> dict:
        missing = self.given("missing")
        say_completeness(self.context, self.given("value"), missing, self.revision)
        return {"message": _("completeness_said", default="C'est noté.")}


class SetLabels(TrackingAct):
    """Replaces the common labels."""

    def act(self) -> dict:
        set_labels(self.context, self.many("labels"), self.revision)
        return {"message": _("labels_set", default="Les étiquettes sont posées.")}


class SetOwnLabels(TrackingAct):
    """Replaces the person's own labels."""

    def act(self) -> dict:
        words = [one for one in self.given("own").split(",") if one.strip()]
        set_own_labels(self.context, words)
        said = _("own_labels_set", default="Vos étiquettes sont enregistrées.")
        return {"message": said}


class AddLink(TrackingAct):
    """Links another item."""

    def act(self) -> dict:
        add_link(self.context, self.given("uid"))
        return {"message": _("linked", default="Les deux points sont liés.")}


class RemoveLink(TrackingAct):
    """Takes a link away."""

    def act(self) -> dict:
        remove_link(self.context, self.given("uid"))
        return {"message": _("unlinked", default="Le lien est retiré.")}


class Duplicate(Act):
    """Writes the item anew and leads to the new one."""

    made = None

    def act(self) -> dict:
        self.made = duplicate(self.context)
        said = _(
            "duplicated",
            default="Voici la copie du point : relisez son objet et ses textes.",
        )
        return {"message": said}

    def back(self) -> str:
        return (self.made or self.context).absolute_url()


class FillWithAgenda(Act):
    """Writes the agenda of the other assembly as the decision."""

    def act(self) -> dict:
        fill_with_agenda(self.context, self.revision)
        said = _(
            "agenda_taken_over",
            default="La décision reprend l'ordre du jour tel qu'il est maintenant.",
        )
        return {"message": said}
