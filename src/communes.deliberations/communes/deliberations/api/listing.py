"""The lists of an assembly: its items and its meetings, for pages and services."""

from communes.core.dashboards.interfaces import Column
from communes.core.dashboards.interfaces import Filter
from communes.core.dashboards.interfaces import ListSource
from communes.core.organisation.api import services
from communes.deliberations.api.assembly import assembly_settings
from communes.deliberations.content.assembly import IAssembly
from communes.deliberations.domain.labels import ITEM_STATE_LABELS
from communes.deliberations.domain.labels import MEETING_STATE_LABELS
from communes.deliberations.storage.item import PORTAL_TYPE as ITEM
from communes.deliberations.storage.meeting import PORTAL_TYPE as MEETING
from plone import api


def items_list(assembly: IAssembly) -> ListSource:
    """Return what the list of an assembly's items is made of, newest first."""
    settings = assembly_settings(assembly)
    known = services(api.portal.get())
    return ListSource(
        scope=_scope(assembly, ITEM),
        columns=(
            Column("title", "Point", "Title", "sortable_title"),
            Column("reference", "Référence", "deliberations_reference", optional=True),
            Column("service", "Service", "deliberations_service"),
            Column("category", "Catégorie", "deliberations_category", optional=True),
            Column("state", "Étape", "review_state", "review_state"),
            Column("privacy", "Publicité", "deliberations_privacy", optional=True),
            Column("meeting", "Séance", "deliberations_meeting"),
            Column("modified", "Modifié", "modified", "modified"),
        ),
        filters=(
            Filter("state", "Étape", "review_state", _labels(ITEM_STATE_LABELS)),
            Filter(
                "service",
                "Service",
                "deliberations_service",
                tuple((one.id, one.title) for one in known),
            ),
            Filter(
                "category",
                "Catégorie",
                "deliberations_category",
                tuple((one.id, one.title) for one in settings.categories),
            ),
            Filter("meeting", "Séance", "deliberations_meeting"),
        ),
        default_sort="modified",
        default_descending=True,
    )


def meetings_list(assembly: IAssembly) -> ListSource:
    """Return what the list of an assembly's meetings is made of, latest first."""
    return ListSource(
        scope=_scope(assembly, MEETING),
        columns=(
            Column("title", "Séance", "Title"),
            Column(
                "date",
                "Date",
                "deliberations_meeting_date",
                "deliberations_meeting_date",
            ),
            Column("state", "Étape", "review_state", "review_state"),
        ),
        filters=(
            Filter("state", "Étape", "review_state", _labels(MEETING_STATE_LABELS)),
        ),
        default_sort="deliberations_meeting_date",
        default_descending=True,
    )


def _scope(assembly: IAssembly, portal_type: str) -> dict[str, object]:
    return {"portal_type": portal_type, "deliberations_assembly": assembly.getId()}


def _labels(labels: object) -> tuple[tuple[str, str], ...]:
    return tuple((state.value, label) for state, label in labels.items())
