"""What boards and filters ask of objectives and actions."""

from communes.pst.content.action import IAction
from communes.pst.content.planned import IPlanned
from communes.pst.content.steered import ISteered
from communes.pst.content.task import ITask
from communes.pst.storage.people import tokens_of
from plone.indexer import indexer


@indexer(IPlanned)
def pst_people(obj):
    """Return who answers for it, as "carrier:account", "manager:service"…"""
    return tokens_of(obj)


@indexer(ITask)
def pst_task_people(obj):
    """Return who does the task, likewise."""
    return tokens_of(obj)


@indexer(IPlanned)
def pst_services(obj):
    """Return the ids of the services that manage it."""
    return tuple(obj.managers)


@indexer(ITask)
def pst_task_services(obj):
    """Return the id of the service the task is given to."""
    return (obj.service,) if obj.service else ()


@indexer(IPlanned)
def pst_begin(obj):
    """Return the day it should begin."""
    return obj.planned_begin


@indexer(IAction)
def pst_health(obj):
    """Return how the action is doing, as its carrier judges."""
    return obj.health


@indexer(ISteered)
def pst_sdgs(obj):
    """Return the numbers of the sustainable development goals, as texts."""
    return tuple(map(str, obj.sdgs))


@indexer(ISteered)
def pst_plans(obj):
    """Return the ids of the sector plans."""
    return tuple(obj.plans)


@indexer(ISteered)
def pst_categories(obj):
    """Return the ids of the categories."""
    return tuple(obj.categories)


@indexer(IPlanned)
def pst_priority(obj):
    """Return the id of the priority; empty without one."""
    return obj.priority or ""


@indexer(ISteered)
def pst_publication(obj):
    """Return whether citizens see it."""
    return obj.publication


@indexer(ISteered)
def SearchableText(obj):  # noqa: N802 -- the catalogue's own name
    """Return what a full-text search finds it by; never the comments."""
    return " ".join([obj.title, _plain(obj, obj.description)])


def _plain(obj, text):
    if not getattr(text, "raw", ""):
        return ""
    stream = obj.portal_transforms.convertTo(
        "text/plain", text.raw, mimetype="text/html"
    )
    return stream.getData() if stream is not None else ""
