"""The lists of an assembly: its items and its meetings, for pages and services."""

from collections.abc import Mapping
from communes.core.dashboards.interfaces import Column
from communes.core.dashboards.interfaces import Filter
from communes.core.dashboards.interfaces import ListSource
from communes.core.organisation.api import services
from communes.deliberations.api.assembly import assembly_settings
from communes.deliberations.api.tracking_list import TRACKING_COLUMNS
from communes.deliberations.api.tracking_list import tracking_filters
from communes.deliberations.content.assembly import IAssembly
from communes.deliberations.domain.labels import ITEM_STATE_LABELS
from communes.deliberations.domain.labels import MEETING_STATE_LABELS
from communes.deliberations.i18n import _
from communes.deliberations.i18n import label
from communes.deliberations.storage.item import PORTAL_TYPE as ITEM
from communes.deliberations.storage.meeting import PORTAL_TYPE as MEETING
from plone import api


_STATE = Column(
    "state", _("column_step", default="Étape"), "review_state", "review_state"
)
_ITEM_COLUMNS = (
    Column("title", _("item", default="Point"), "Title", "sortable_title"),
    Column(
        "reference",
        _("reference", default="Référence"),
        "deliberations_reference",
        optional=True,
    ),
    Column("service", _("service", default="Service"), "deliberations_service"),
    Column(
        "category",
        _("category", default="Catégorie"),
        "deliberations_category",
        optional=True,
    ),
    _STATE,
    Column(
        "privacy",
        _("privacy", default="Publicité"),
        "deliberations_privacy",
        optional=True,
    ),
    Column("meeting", _("meeting", default="Séance"), "deliberations_meeting"),
    *TRACKING_COLUMNS,
    Column("modified", _("modified", default="Modifié"), "modified", "modified"),
)


def items_list(assembly: IAssembly) -> ListSource:
    """Return what the list of an assembly's items is made of, newest first."""
    settings = assembly_settings(assembly)
    known = services(api.portal.get())
    return ListSource(
        scope=_scope(assembly, ITEM),
        columns=_ITEM_COLUMNS,
        filters=(
            _state_filter(ITEM_STATE_LABELS),
            Filter(
                "service",
                _("service", default="Service"),
                "deliberations_service",
                tuple((one.id, one.title) for one in known),
            ),
            Filter(
                "category",
                _("category", default="Catégorie"),
                "deliberations_category",
                tuple((one.id, one.title) for one in settings.categories),
            ),
            Filter("meeting", _("meeting", default="Séance"), "deliberations_meeting"),
            *tracking_filters(assembly),
        ),
        default_sort="modified",
        default_descending=True,
    )


def meetings_list(assembly: IAssembly) -> ListSource:
    """Return what the list of an assembly's meetings is made of, latest first."""
    return ListSource(
        scope=_scope(assembly, MEETING),
        columns=(
            Column("title", _("meeting", default="Séance"), "Title"),
            Column(
                "date",
                _("date", default="Date"),
                "deliberations_meeting_date",
                "deliberations_meeting_date",
            ),
            _STATE,
        ),
        filters=(_state_filter(MEETING_STATE_LABELS),),
        default_sort="deliberations_meeting_date",
        default_descending=True,
    )


def _scope(assembly: IAssembly, portal_type: str) -> dict[str, object]:
    return {"portal_type": portal_type, "deliberations_assembly": assembly.getId()}


def _state_filter(labels: Mapping[str, str]) -> Filter:
    choices = tuple((str(state), label(labels, state)) for state in labels)
    return Filter("state", _("column_step", default="Étape"), "review_state", choices)
