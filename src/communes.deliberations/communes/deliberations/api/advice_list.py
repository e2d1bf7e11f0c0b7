"""Advices over all items: to give, awaited; read from the catalogue alone.

Nothing here depends on a job that passes at midnight: the last day is indexed, and
compared with today by the question.
"""

from collections.abc import Mapping
from communes.core.access.catalog import visible
from communes.core.dashboards.interfaces import Column
from communes.core.dashboards.interfaces import Filter
from communes.core.dashboards.interfaces import ListSource
from communes.core.organisation.api import services
from communes.deliberations.api.assembly import assemblies
from communes.deliberations.domain.advices.kinds import KIND_LABELS
from communes.deliberations.domain.advices.kinds import Standing
from communes.deliberations.domain.advices.kinds import STANDING_LABELS
from communes.deliberations.domain.advices.steps import ROLE_TITLES
from communes.deliberations.i18n import _
from communes.deliberations.i18n import label
from communes.deliberations.storage.advice import NO_DEADLINE
from communes.deliberations.storage.advice import PORTAL_TYPE
from communes.deliberations.storage.clock import now
from communes.deliberations.storage.service import group_of
from communes.deliberations.storage.service import groups_of_user
from communes.deliberations.storage.service import services_of_user
from dataclasses import dataclass
from datetime import date
from datetime import timedelta
from plone import api


#: Standings without an answer, as they are indexed: none of them says "too late".
OPEN = (
    Standing.NOT_STARTED.value,
    Standing.TO_GIVE.value,
    Standing.ASKED_AGAIN.value,
    Standing.HIDDEN.value,
)
#: How many lines a dashboard asks for; its counters lead to the rest.
ROWS = 12


@dataclass(frozen=True)
class AdviceRow:
    """An advice as a line of a dashboard, read without waking it."""

    title: str
    item: str
    path: str
    standing: Standing
    deadline: date | None


@dataclass(frozen=True)
class AdviceCounts:
    """How many advices wait for the person's answer, how many of them are late."""

    to_give: int
    late: int
    awaited: int


def advices_list(site: object) -> ListSource:
    """Return what the list of advices is made of: the first to be given comes first."""
    known = tuple((one.id, one.title) for one in services(site))
    organs = tuple((one.getId(), one.title) for one in assemblies(site))
    return ListSource(
        scope={"portal_type": PORTAL_TYPE},
        columns=(
            Column("item", _("item", default="Point"), "deliberations_item_title"),
            Column("title", _("advice", default="Avis"), "Title", "sortable_title"),
            Column(
                "adviser",
                _("advice_by", default="Avis de"),
                "deliberations_advice_service",
                optional=True,
            ),
            Column("service", _("service", default="Service"), "deliberations_service"),
            Column(
                "assembly",
                _("assembly", default="Assemblée"),
                "deliberations_assembly",
                optional=True,
            ),
            Column(
                "standing",
                _("advice_standing", default="Où en est l'avis"),
                "deliberations_advice_standing",
            ),
            Column(
                "kind",
                _("advice_kind", default="Réponse"),
                "deliberations_advice_kind",
            ),
            Column(
                "deadline",
                _("advice_deadline", default="À rendre pour le"),
                "deliberations_advice_deadline",
                "deliberations_advice_deadline",
            ),
        ),
        filters=(
            Filter(
                "turn",
                _("advice_turn", default="Chez"),
                "deliberations_advice_turn",
                tuple((group, _turn_title(group, known)) for group in my_turns()),
            ),
            Filter(
                "standing",
                _("advice_standing", default="Où en est l'avis"),
                "deliberations_advice_standing",
                tuple(
                    (one.value, label(STANDING_LABELS, one))
                    for one in Standing
                    if one is not Standing.TIMED_OUT
                ),
            ),
            Filter(
                "kind",
                _("advice_kind", default="Réponse"),
                "deliberations_advice_kind",
                tuple((one.value, label(KIND_LABELS, one)) for one in KIND_LABELS),
            ),
            Filter(
                "adviser",
                _("advice_by", default="Avis de"),
                "deliberations_advice_service",
                known,
            ),
            Filter(
                "service",
                _("service", default="Service"),
                "deliberations_service",
                known,
            ),
            Filter(
                "assembly",
                _("assembly", default="Assemblée"),
                "deliberations_assembly",
                organs,
            ),
        ),
        default_sort="deliberations_advice_deadline",
    )


def my_turns() -> list[str]:
    """Return the groups of the person that give advices."""
    endings = tuple(f"-{role}" for role in ROLE_TITLES)
    return sorted(group for group in groups_of_user() if group.endswith(endings))


def my_services() -> list[str]:
    """Return the services for which the person writes items."""
    return sorted(services_of_user(api.portal.get()))


def counts() -> AdviceCounts:
    """Return what waits; asks nothing for whoever neither advises nor writes items."""
    today = now().date()
    turns, mine = my_turns(), my_services()
    all_of_them = _number(deliberations_advice_turn=turns) if turns else 0
    late = 0
    if all_of_them:
        late = _number(deliberations_advice_turn=turns, **_before(today))
    awaited = (
        _number(deliberations_service=mine, deliberations_advice_standing=list(OPEN))
        if mine
        else 0
    )
    return AdviceCounts(all_of_them, late, awaited)


def rows_to_give() -> list[AdviceRow]:
    """Return the advices that wait for the person's answer, the most pressing first."""
    turns = my_turns()
    if not turns:
        return []
    brains = visible(
        portal_type=PORTAL_TYPE,
        deliberations_advice_turn=turns,
        sort_on="deliberations_advice_deadline",
        sort_limit=ROWS,
    )
    return [_row(brain) for brain in brains[:ROWS]]


def read_deadline(text: str) -> date | None:
    """Return the last day as it is indexed; None without a delay."""
    return None if text in ("", NO_DEADLINE) else date.fromisoformat(text)


def _turn_title(group: str, known: tuple[tuple[str, str], ...]) -> str:
    """Return the name of a group that advises: its service, and its step."""
    role = next(one for one in ROLE_TITLES if group.endswith(f"-{one}"))
    titles = {group_of(id, role): title for id, title in known}
    return f"{titles.get(group, group)} ({ROLE_TITLES[role]})"


def _before(today: date) -> Mapping[str, object]:
    yesterday = (today - timedelta(days=1)).isoformat()
    return {"deliberations_advice_deadline": {"query": yesterday, "range": "max"}}


def _number(**query: object) -> int:
    return len(visible(portal_type=PORTAL_TYPE, **query))


def _row(brain: object) -> AdviceRow:
    last = read_deadline(brain.deliberations_advice_deadline or "")
    late = last is not None and last < now().date()
    standing = Standing(brain.deliberations_advice_standing)
    return AdviceRow(
        title=brain.Title,
        item=brain.deliberations_item_title,
        path=brain.getPath(),
        standing=Standing.TIMED_OUT if late else standing,
        deadline=last,
    )
