"""Item templates as rows of the catalogue, and as objects when they are used."""

from communes.core.access.catalog import unrestricted
from communes.core.access.catalog import visible
from communes.deliberations.content.assembly import IAssembly
from communes.deliberations.content.item_template import IItemTemplate
from dataclasses import dataclass


PORTAL_TYPE = "communes.deliberations.ItemTemplate"
ACTIVE = "active"


@dataclass(frozen=True)
class TemplateRow:
    """What a list says of a template; ``recurring_at`` is empty for an ordinary one."""

    uid: str
    title: str
    folder: str
    recurring_at: str
    active: bool
    path: str


def template_rows(assembly: IAssembly) -> list[TemplateRow]:
    """Return the templates the current user may see, by folder then title."""
    brains = visible(
        portal_type=PORTAL_TYPE,
        deliberations_assembly=assembly.getId(),
        sort_on="sortable_title",
    )
    rows = [
        TemplateRow(
            uid=brain.UID,
            title=brain.Title,
            folder=brain.deliberations_template_folder or "",
            recurring_at=brain.deliberations_recurring_at or "",
            active=brain.review_state == ACTIVE,
            path=brain.getPath(),
        )
        for brain in brains
    ]
    return sorted(rows, key=lambda row: row.folder.casefold())


def recurring_templates(assembly: IAssembly, step: str) -> list[IItemTemplate]:
    """Return the active templates that come at ``step``, whoever asks, by title."""
    brains = unrestricted(
        portal_type=PORTAL_TYPE,
        deliberations_assembly=assembly.getId(),
        deliberations_recurring_at=step,
        review_state=ACTIVE,
        sort_on="sortable_title",
    )
    return [brain._unrestrictedGetObject() for brain in brains]
