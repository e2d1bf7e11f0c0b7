"""A whole plan as one value: one question to the catalogue, no element woken."""

from communes.core.access.catalog import unrestricted
from communes.core.access.catalog import visible
from communes.core.access.plain import from_plain
from communes.pst.content.plan import IPlan
from communes.pst.domain.choices import Kind
from communes.pst.domain.element import Element
from communes.pst.domain.programme import Programme
from communes.pst.domain.programme import programme
from communes.pst.storage.kinds import TYPES
from communes.pst.storage.place import below
from communes.pst.storage.record import plan_record
from communes.pst.storage.record import record_of
from plone import api
from Products.CMFCore.indexing import processQueue
from zope.annotation.interfaces import IAnnotations
from zope.globalrequest import getRequest


_KEY = "communes.pst.programme"


def programme_of(plan: IPlan) -> Programme:
    """Return the plan with all its elements, whoever asks, without its long texts.

    For what is computed over the whole (progress, deadlines, totals); what a page
    shows is narrowed to ``seen_in``. Read once per request and state of the site.
    """
    return _once("all", plan, _read)


def full_programme(plan: IPlan) -> Programme:
    """Return the plan with all its elements and texts; wakes each element once."""
    return programme(plan_record(plan), map(record_of, below(plan)))


def seen_in(plan: IPlan) -> dict[str, str]:
    """Return UID -> path of the elements of a plan that the user may see."""
    return _once("seen", plan, _seen)


def _read(plan: IPlan) -> Programme:
    found = unrestricted(pst_plan=plan.UID())
    return programme(plan_record(plan), (element_of(brain) for brain in found))


def _seen(plan: IPlan) -> dict[str, str]:
    return {brain.UID: brain.getPath() for brain in visible(pst_plan=plan.UID())}


def element_of(brain: object) -> Element:
    """Return what the catalogue keeps of an element, without its long texts."""
    kind = TYPES[Kind(brain.pst_kind)].record
    state = brain.review_state
    known = state if isinstance(state, str) else ""
    return from_plain(kind, {**brain.pst_record, "state": known})


def _once(what: str, plan: IPlan, read: object) -> object:
    """Return what ``read`` says, asked again only when the catalogue has changed."""
    processQueue()
    kept = IAnnotations(getRequest(), None)
    if kept is None:
        return read(plan)
    counter = api.portal.get_tool("portal_catalog").getCounter()
    user = api.user.get_current().getId()
    key = f"{_KEY}.{what}.{plan.UID()}.{user}"
    known = kept.get(key)
    mark = (counter, plan.revision)
    if known is None or known[0] != mark:
        known = kept[key] = (mark, read(plan))
    return known[1]
