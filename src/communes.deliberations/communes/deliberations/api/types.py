"""The kinds of things the door deals with, for whoever stands outside of it."""

from communes.deliberations.content.advice import IAdvice
from communes.deliberations.content.assembly import IAssembly
from communes.deliberations.content.item_template import IItemTemplate
from communes.deliberations.content.meeting import IMeeting
from communes.deliberations.content.meeting_item import IMeetingItem
from communes.deliberations.content.urgency import Urgency
from communes.deliberations.content.urgency import URGENCY_LABELS


__all__ = [
    "URGENCY_LABELS",
    "IAdvice",
    "IAssembly",
    "IItemTemplate",
    "IMeeting",
    "IMeetingItem",
    "Urgency",
]
