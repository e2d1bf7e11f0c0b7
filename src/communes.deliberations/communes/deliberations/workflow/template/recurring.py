"""Items that come by themselves when a meeting takes a step.

They come just before the step: an item inserted at the freezing is frozen with the
others, and is not late. What comes is what the templates of the assembly say, and
what any feature adds with ``IRecurringItems``.
"""

from collections.abc import Iterator
from collections.abc import Mapping
from communes.core.access.permission import current_user
from communes.core.numbering.api import take
from communes.deliberations.content.item_template import TAKEN_OVER
from communes.deliberations.content.meeting import IMeeting
from communes.deliberations.content.meeting_item import IMeetingItem
from communes.deliberations.domain.preparation.recurring import CREATION
from communes.deliberations.domain.states import ItemState
from communes.deliberations.domain.states import ItemTransition
from communes.deliberations.storage import part
from communes.deliberations.storage.assembly import assembly_of
from communes.deliberations.storage.assembly import settings_of
from communes.deliberations.storage.item import PORTAL_TYPE
from communes.deliberations.storage.journal import note_change
from communes.deliberations.storage.template import recurring_templates
from communes.deliberations.workflow.arriving import arrive_in
from communes.deliberations.workflow.interfaces import IRecurringItems
from communes.deliberations.workflow.obstacle import obstacles
from plone import api
from plone.dexterity.utils import addContentToContainer
from plone.dexterity.utils import createContent
from Products.DCWorkflow.interfaces import IBeforeTransitionEvent
from zope.component import subscribers
from zope.lifecycleevent.interfaces import IObjectAddedEvent


PART = "recurring"


def on_added(meeting: IMeeting, event: IObjectAddedEvent) -> None:
    """Insert what comes with every new meeting."""
    insert_recurring(meeting, CREATION)


def before_step(meeting: IMeeting, event: IBeforeTransitionEvent) -> None:
    """Insert what comes with the step the meeting is about to take."""
    if event.transition is not None:
        insert_recurring(meeting, event.transition.getId())


def insert_recurring(meeting: IMeeting, step: str) -> list[IMeetingItem]:
    """Insert the items that come at ``step`` and return them; each comes once.

    A meeting that is put back and takes the step again gets no second one.
    """
    done, _revision = part.read(meeting, PART, tuple)
    coming = [(key, one) for key, one in _coming(meeting, step) if key not in done]
    if not coming:
        return []
    keys = (*done, *(key for key, _values in coming))
    part.write(meeting, PART, keys, by=current_user(), change="points d'office")
    return [_insert(meeting, values) for _key, values in coming]


def _coming(meeting: IMeeting, step: str) -> Iterator[tuple[str, Mapping[str, object]]]:
    for template in recurring_templates(assembly_of(meeting), step):
        values = {name: getattr(template, name, None) for name in TAKEN_OVER}
        yield template.UID(), values
    for feature in subscribers((meeting,), IRecurringItems):
        yield from feature.items(step)


def _insert(meeting: IMeeting, values: Mapping[str, object]) -> IMeetingItem:
    """Make one item, validated, and present it unless a rule stands against it."""
    assembly = assembly_of(meeting)
    settings = settings_of(assembly)
    item = createContent(
        PORTAL_TYPE,
        privacy=settings.privacy_levels[0],
        treatment=settings.treatments[0],
    )
    for name, value in values.items():
        if value not in (None, ""):
            setattr(item, name, value)
    item.id = f"point-{take(assembly, 'item')}"
    item.preferred_meeting = meeting.UID()
    with api.env.adopt_roles(["Manager"]):
        added = addContentToContainer(assembly, item, checkConstraints=False)
        arrive_in(added, ItemState.VALIDATED, "Point inséré d'office.")
        if not obstacles(added, ItemTransition.PRESENT.value):
            workflow = api.portal.get_tool("portal_workflow")
            workflow.doActionFor(added, ItemTransition.PRESENT.value, meeting=meeting)
    note_change("recurring", added, meeting=meeting.UID())
    return added
