"""``<plan>/publication``: the levels and fields citizens read, and what that gives."""

from communes.core.parts.domain.values import Action
from communes.core.parts.domain.values import Field
from communes.core.parts.domain.values import Option
from communes.core.parts.domain.values import Text
from communes.core.parts.domain.writing import date_in_words
from communes.core.shell.acting import Act
from communes.pst.api.online import publish_programme
from communes.pst.api.online import Standing
from communes.pst.api.online import standing
from communes.pst.api.online import withdraw_programme
from communes.pst.api.plan import edit_plan
from communes.pst.api.publishing import public_choice
from communes.pst.api.publishing import public_view
from communes.pst.browser import words
from communes.pst.browser.frame.cells import Cell
from communes.pst.browser.frame.cells import table
from communes.pst.browser.frame.plan import PlanFrame
from communes.pst.domain.public import PUBLIC_LEVELS
from communes.pst.domain.public import PublicField
from communes.pst.i18n import _
from datetime import datetime
from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


FIELDS = {
    PublicField.TEXT: _("public_text", default="Texte pour le citoyen"),
    PublicField.STATUS: _("public_status", default="Où cela en est, en mots simples"),
    PublicField.PROGRESS: _("public_progress", default="Avancement"),
    PublicField.DATES: _("public_dates", default="Dates prévues"),
    PublicField.SDGS: _("public_sdgs", default="Objectifs de développement durable"),
    PublicField.BUDGET: _("public_budget", default="Budget"),
    PublicField.INDICATORS: _("public_indicators", default="Indicateurs"),
    PublicField.PARTNERS: _("public_partners", default="Partenaires"),
}


class Publication(PlanFrame):
    """The choice, and the result as citizens will read it."""

    tab = "publication"
    template = ViewPageTemplateFile("publication.pt")
    empty_title = _("public_none", default="Rien n'est publié.")
    empty_text = _(
        "public_none_text",
        default="Publiez d'abord des objectifs : sur leur fiche, « Ce que le citoyen "
        "lit ».",
    )

    def __call__(self) -> str:
        return self.template()

    @property
    def fields(self) -> list[Field]:
        choice = public_choice(self.context)
        levels = tuple(
            Option(one.value, words.kind_word(one), one in choice.levels)
            for one in PUBLIC_LEVELS
        )
        fields = tuple(
            Option(one.value, title, one in choice.fields)
            for one, title in FIELDS.items()
        )
        return [
            Field("niveaux", _("public_levels", default="Niveaux montrés"),
                  "checkboxes", options=levels),
            Field("champs", _("public_fields", default="Données montrées"),
                  "checkboxes", options=fields,
                  help=_("public_fields_help",
                         default="Responsables, commentaires, risques et santé ne se "
                         "montrent jamais.")),
        ]  # fmt: skip

    @cached_property
    def standing(self) -> Standing:
        """How the plan stands towards the site of the citizens."""
        return standing(self.context)

    @property
    def online_words(self) -> Text:
        """Where the public site is, in a sentence."""
        online, differs = self.standing.online, self.standing.differs
        if online is None:
            return _(
                "online_none", default="Le programme n'est pas sur le site public."
            )
        mapping = {
            "version": online.version,
            "day": date_in_words(datetime.fromisoformat(online.published_at).date()),
        }
        if differs:
            return _(
                "online_differs",
                default="La version ${version} du ${day} est sur le site public ; "
                "ce que le citoyen verrait aujourd'hui est différent.",
                mapping=mapping,
            )
        return _(
            "online_same",
            default="La version ${version} du ${day} est sur le site public, et dit "
            "ce que vous voyez ici.",
            mapping=mapping,
        )

    @property
    def sending(self) -> list[Action]:
        """What may be done with the public site now."""
        url = f"{self.url}/publication-envoyer"
        online, differs = self.standing.online, self.standing.differs
        found = []
        if online is None or differs:
            found.append(
                Action(_("button_publish", default="Publier sur le site"), url,
                       primary=True, method="post", values={"acte": "publier"})
            )  # fmt: skip
        if online is not None:
            found.append(
                Action(_("button_withdraw", default="Retirer du site"), url,
                       danger=True, method="post", values={"acte": "retirer"},
                       confirm=_("confirm_withdraw", default="Le programme ne sera "
                                 "plus sur le site public. Continuer ?"))
            )  # fmt: skip
        return found

    @property
    def save(self) -> Action:
        return Action(_("button_save", default="Enregistrer"), method="submit")

    @property
    def shown(self) -> dict:
        """What citizens read today."""
        rows = [
            (
                Cell(f"{one.reference} {one.title}".strip(), self.element_url(one.id)),
                words.kind_word(one.kind),
                one.status or "",
                "" if one.progress is None else words.percent(one.progress),
            )
            for one in public_view(self.context)
        ]
        heads = (
            _("column_title", default="Intitulé"),
            _("column_kind", default="Niveau"),
            _("public_status_short", default="Où cela en est"),
            _("column_progress", default="Avancement"),
        )
        return table(_("public_shown", default="Ce que le citoyen voit"), heads, rows)


class SendPublication(Act):
    """Publishes the programme on the site of the citizens, or takes it off."""

    def act(self) -> dict:
        if self.given("acte") == "retirer":
            withdraw_programme(self.context)
            return {"message": _("withdrawn", default="Le programme est retiré.")}
        publish_programme(self.context)
        said = _("published", default="Le programme part vers le site public.")
        return {"message": said}

    def back(self) -> str:
        return f"{self.context.absolute_url()}/publication"


class KeepPublication(Act):
    """Keeps the choice of levels and fields."""

    def act(self) -> dict:
        values = {
            "public_levels": self.many("niveaux"),
            "public_fields": self.many("champs"),
        }
        edit_plan(self.context, values)
        return {"message": _("saved", default="Enregistré.")}

    def back(self) -> str:
        return f"{self.context.absolute_url()}/publication"
