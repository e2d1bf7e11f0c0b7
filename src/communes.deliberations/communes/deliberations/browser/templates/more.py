"""The lines and buttons that lead to the templates."""

from Acquisition import aq_parent
from collections.abc import Sequence
from communes.core.parts.domain.values import Action
from communes.core.shell.interfaces import Entry
from communes.deliberations.api import reading
from communes.deliberations.api.assembly import assemblies
from communes.deliberations.api.template import assemblies_with_templates
from communes.deliberations.i18n import _
from communes.deliberations.permissions import ADD_ITEM
from communes.deliberations.permissions import MANAGE_TEMPLATES


class TemplateEntries:
    """« + Nouveau »: a point after a template, where there is one to use."""

    def __init__(self, site: object, request: object) -> None:
        self.site = site
        self.request = request

    def entries(self) -> Sequence[Entry]:
        """Return one line per assembly that offers the person a template."""
        offering = assemblies_with_templates()
        return [
            _entry(one)
            for one in assemblies(self.site)
            if one.getId() in offering and reading.may_do(ADD_ITEM, one)
        ]


class TemplateActions:
    """To keep an item as a template."""

    order = 45

    def __init__(self, item: object, request: object) -> None:
        self.item = item

    def actions(self) -> list[Action]:
        """Return the button, for whoever writes templates."""
        if not reading.may_do(MANAGE_TEMPLATES, aq_parent(self.item)):
            return []
        title = _("button_keep_template", default="Garder comme modèle")
        url = f"{self.item.absolute_url()}/enregistrer-modele"
        return [Action(title, url, method="post")]


def _entry(assembly: object) -> Entry:
    said = _(
        "entry_template",
        default="Point d'après un modèle – ${assembly}",
        mapping={"assembly": assembly.title},
    )
    return Entry(said, f"{assembly.absolute_url()}/modeles")
