"""``modeles``: the templates of an assembly by folder."""

from communes.core.parts.domain.values import Action
from communes.core.parts.domain.values import Tag
from communes.deliberations.api import reading
from communes.deliberations.api.template import templates
from communes.deliberations.browser.assembly_page import AssemblyPage
from communes.deliberations.domain.preparation.recurring import RECURRING_STEPS
from communes.deliberations.i18n import _
from communes.deliberations.i18n import label
from communes.deliberations.permissions import ADD_ITEM
from communes.deliberations.permissions import MANAGE_TEMPLATES
from functools import cached_property
from itertools import groupby
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


class Templates(AssemblyPage):
    """One table per folder; each line begins an item."""

    template = ViewPageTemplateFile("page.pt")
    page_title = _("templates", default="Modèles de points")
    empty_title = _("templates_none", default="Aucun modèle.")

    @cached_property
    def manages(self) -> bool:
        """Whether the person writes the templates."""
        return reading.may_do(MANAGE_TEMPLATES, self.context)

    @property
    def empty_text(self) -> str:
        if self.manages:
            return _(
                "templates_none_manager",
                default="Créez-en un, ou enregistrez un point existant comme modèle.",
            )
        return _(
            "templates_none_text",
            default="Le secrétariat peut en préparer pour les points qui reviennent.",
        )

    @property
    def actions(self) -> list[Action]:
        if not self.manages:
            return []
        title = _("new_template", default="Nouveau modèle")
        url = f"{self.context.absolute_url()}/nouveau-modele"
        return [Action(title, url, primary=True)]

    @cached_property
    def folders(self) -> list[dict]:
        """Each folder with its templates."""
        adds = reading.may_do(ADD_ITEM, self.context)
        rows = templates(self.context)
        return [
            {"title": folder or _("templates_other", default="Sans dossier"),
             "rows": [self._row(one, adds) for one in group]}
            for folder, group in groupby(rows, key=lambda row: row.folder)
        ]  # fmt: skip

    def _row(self, one: object, adds: bool) -> dict:
        tags = []
        if one.recurring_at:
            step = label(RECURRING_STEPS, one.recurring_at)
            tags.append(Tag(step, "info"))
        if not one.active:
            tags.append(Tag(_("template_retired", default="Retiré"), "off"))
        use = Action(
            _("button_use_template", default="Écrire un point"),
            f"{self.context.absolute_url()}/nouveau-point?modele={one.uid}",
            small=True,
        )
        url = self.request.physicalPathToURL(one.path)
        uses = [use] if adds and one.active else []
        return {
            "title": one.title,
            "url": url if self.manages else "",
            "tags": tags,
            "actions": [*uses, *(_managing(one, url) if self.manages else [])],
        }


def _managing(one: object, url: str) -> list[Action]:
    """Return what is done with a template as a whole."""
    question = _(
        "template_delete_confirm",
        default="Supprimer ce modèle ? Les points qui en viennent restent.",
    )
    retire = _("button_retire", default="Ne plus proposer")
    again = _("button_offer", default="Proposer à nouveau")
    return [
        Action(
            retire if one.active else again,
            f"{url}/retirer" if one.active else f"{url}/proposer",
            method="post",
            small=True,
        ),
        Action(
            _("delete", default="Supprimer"),
            f"{url}/supprimer",
            danger=True,
            method="post",
            confirm=question,
            small=True,
        ),
    ]
