"""What stands in the catalogue of every element of a plan."""

from communes.pst.content.element import IElement
from communes.pst.domain.reference import PREFIXES
from communes.pst.storage.kinds import kind_of
from communes.pst.storage.place import plan_of
from communes.pst.storage.record import light
from communes.pst.storage.record import record_of
from communes.pst.storage.shown import deadline_of
from plone.indexer import indexer


_UNNUMBERED = 1_000_000


@indexer(IElement)
def pst_plan(obj):
    """Return the UID of the plan the element stands in."""
    plan = plan_of(obj)
    return "" if plan is None else plan.UID()


@indexer(IElement)
def pst_kind(obj):
    """Return what the element is."""
    return kind_of(obj).value


@indexer(IElement)
def pst_record(obj):
    """Return the element's record without long texts and without its state."""
    return light(record_of(obj))


@indexer(IElement)
def pst_number(obj):
    """Return where the element comes in a list: tasks and parts after the others."""
    return obj.number if kind_of(obj) in PREFIXES else _UNNUMBERED + obj.number


@indexer(IElement)
def pst_external_id(obj):
    """Return how another programme names the element; empty when none does."""
    return obj.external_id or ""


@indexer(IElement)
def pst_target(obj):
    """Return the UID of what a link shows; empty for what is no link."""
    return getattr(obj.aq_base, "target", "") or ""


@indexer(IElement)
def pst_deadline(obj):
    """Return until when the element runs, deduced from what it holds when empty."""
    return deadline_of(obj)


@indexer(IElement)
def pst_updated_on(obj):
    """Return the last day somebody worked on the element."""
    return obj.updated_on
