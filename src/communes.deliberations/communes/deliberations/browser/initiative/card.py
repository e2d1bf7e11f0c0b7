"""The card of an item that a councillor or a citizen asked for, and its small form."""

from communes.core.errors.domain import InvalidInput
from communes.core.parts.domain.values import Fact
from communes.core.parts.domain.values import Field
from communes.core.parts.domain.values import Notice
from communes.core.parts.domain.values import Option
from communes.core.parts.domain.writing import long_date
from communes.core.shell.acting import Act
from communes.core.web.posting import save_button
from communes.deliberations.api.initiative import initiative
from communes.deliberations.api.initiative import InitiativeView
from communes.deliberations.api.initiative import may_write_initiative
from communes.deliberations.api.initiative import possible_authors
from communes.deliberations.api.initiative import set_initiative
from communes.deliberations.browser.interfaces import IMoreCard
from communes.deliberations.domain.initiative.rules import INITIATIVE_LABELS
from communes.deliberations.domain.initiative.rules import InitiativeKind
from communes.deliberations.i18n import _
from communes.deliberations.i18n import label
from datetime import date
from functools import cached_property
from Products.Five.browser import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.interface import implementer


class WrongInitiative(InvalidInput):
    """A value of the form is none of those it offers. Cure: correct it."""

    code = "wrong_initiative"
    template = "« ${value} » ne convient pas ici : choisissez dans la liste proposée."
    i18n_domain = "communes.deliberations"


@implementer(IMoreCard)
class InitiativeCard(BrowserView):
    """Shown where somebody asked for the item, or may be said to have."""

    order = 60
    side = True
    template = ViewPageTemplateFile("card.pt")
    save = save_button()

    def render(self) -> str:
        if not self.found.initiative.kind and not self.writes:
            return ""
        return self.template()

    @cached_property
    def found(self) -> InitiativeView:
        return initiative(self.context)

    @cached_property
    def writes(self) -> bool:
        return may_write_initiative(self.context)

    @property
    def facts(self) -> list[Fact]:
        """Kind, authors, day of receipt."""
        one = self.found.initiative
        if not one.kind:
            return []
        kind = label(INITIATIVE_LABELS, InitiativeKind(one.kind))
        found = [Fact(_("initiative_kind", default="Nature"), kind)]
        if self.found.names:
            names = ", ".join(self.found.names)
            found.append(Fact(_("initiative_author", default="Auteur"), names))
        if one.received_on:
            day = long_date(one.received_on)
            found.append(Fact(_("initiative_received", default="Reçue le"), day))
        return found

    @property
    def late(self) -> Notice | None:
        """That the text came too late; whether it is dealt with is the assembly's."""
        if self.found.late is None:
            return None
        kept, asked = self.found.late
        return Notice(
            _(
                "initiative_late",
                default="Reçue hors délai : ${kept} jours francs avant la séance, "
                "${asked} sont demandés.",
                mapping={"kept": kept, "asked": asked},
            ),
            "wait",
        )

    @property
    def fields(self) -> list[Field]:
        one = self.found.initiative
        kinds = tuple(
            Option(kind.value, label(INITIATIVE_LABELS, kind), kind == one.kind)
            for kind in InitiativeKind
        )
        people = tuple(
            Option(id, name, id in one.authors)
            for id, name in possible_authors(self.context)
        )
        citizen = one.kind == InitiativeKind.INTERPELLATION
        nobody = Option("", _("initiative_no_member", default="Aucun membre"))
        return [
            Field(
                "nature",
                _("initiative_kind", default="Nature"),
                "select",
                options=kinds,
                required=True,
            ),
            Field(
                "auteur",
                _("initiative_member", default="Membre de l'assemblée"),
                "select",
                options=(nobody, *people),
            ),
            Field(
                "citoyen",
                _("initiative_citizen", default="Ou nom du citoyen"),
                value=", ".join(one.authors) if citizen else "",
            ),
            Field(
                "recue",
                _("initiative_received", default="Reçue le"),
                "date",
                one.received_on.isoformat() if one.received_on else "",
            ),
            Field(
                "question",
                _("initiative_question", default="Texte déposé"),
                "textarea",
                one.question,
            ),
            Field(
                "reponse",
                _("initiative_answer", default="Réponse donnée en séance"),
                "textarea",
                one.answer,
            ),
        ]


class KeepInitiative(Act):
    """Keeps what the card's form says."""

    def act(self) -> dict:
        citizen = self.given("citoyen").strip()
        kind = self.given("nature")
        if kind not in [one.value for one in InitiativeKind]:
            raise WrongInitiative(field="nature", value=kind)
        member = self.given("auteur")
        by_citizen = kind == InitiativeKind.INTERPELLATION
        author = citizen if by_citizen else member
        changes = {
            "kind": kind,
            "authors": (author,) if author else (),
            "received_on": self._day(),
            "question": self.given("question").strip(),
            "answer": self.given("reponse").strip(),
        }
        new = set_initiative(self.context, changes, self.revision)
        return {"message": _("initiative_kept", default="Enregistré."), "revision": new}

    def _day(self) -> date | None:
        text = self.given("recue").strip()
        if not text:
            return None
        try:
            return date.fromisoformat(text)
        except ValueError:
            raise WrongInitiative(field="recue", value=text) from None
