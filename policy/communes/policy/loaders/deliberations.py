"""Meetings and items of a profile, brought to the state the profile wants."""

from collections.abc import Iterator
from collections.abc import Mapping
from communes.core.settings.storage import applied_last
from communes.core.settings.storage import remember_applied
from communes.core.solutions.interfaces import IContentLoader
from communes.deliberations.api import assembly
from communes.deliberations.api import attendance
from communes.deliberations.api import create_item
from communes.deliberations.api import create_meeting
from communes.deliberations.api import do_transition
from communes.deliberations.api import encode_public_vote
from communes.deliberations.api import present
from communes.deliberations.api import set_presences
from communes.deliberations.api import transitions
from communes.deliberations.api.item import edit_item
from communes.deliberations.domain.publicity.records import Stage
from communes.policy.errors import StateNotReached
from communes.policy.loaders.deliberations_advices import give_advices
from communes.policy.loaders.deliberations_preparation import make_templates
from communes.policy.loaders.deliberations_preparation import prepare
from communes.policy.loaders.deliberations_preparation import WAY as PREPARATION
from communes.policy.loaders.deliberations_publication import publish_stage
from communes.policy.loaders.deliberations_sequel import bring_after
from datetime import datetime
from plone import api
from plone.base.interfaces import IPloneSiteRoot
from typing import Any
from zope.component import adapter
from zope.interface import implementer


SUBJECT = "deliberations.content"
_MEETING_STEPS = ("freeze", "decide", "close")
_ON_AGENDA = "presented"
# What says where a thing goes and how far; all the rest are fields of the thing.
_WAY = frozenset(
    {
        *("assembly", "meeting", "state", "excused", "vote", "advices"),
        *("minutes", "follow_up", "supervision", "published", "amended"),
        *PREPARATION,
    }
)

Items = list[tuple[Any, Mapping[str, Any]]]


@implementer(IContentLoader)
@adapter(IPloneSiteRoot)
class DeliberationsLoader:
    """Loads ``{"meetings": [...], "items": [...]}`` once, by external id.

    What was loaded is remembered: deleted live, it is not made again.
    """

    def __init__(self, site: object) -> None:
        self.site = site

    def load(self, data: Mapping[str, Any]) -> list[str]:
        """Make what was never loaded and return one sentence for each kind.

        :raises StateNotReached: the profile wants a state the rules do not lead to.
        """
        loaded = applied_last(self.site, SUBJECT)
        meetings = [one for one in data["meetings"] if one["external_id"] not in loaded]
        items = [one for one in data["items"] if one["external_id"] not in loaded]
        for entry in meetings:
            loaded[entry["external_id"]] = self._meeting(entry).UID()
        for entry in items:
            item = self._item(entry, loaded)
            loaded[entry["external_id"]] = item.UID()
            prepare(item, entry, loaded)
        for entry in meetings:
            ours = [
                (_found(loaded[item["external_id"]]), item)
                for item in items
                if item.get("meeting") == entry["external_id"]
            ]
            _hold(_found(loaded[entry["external_id"]]), entry, ours)
            bring_after(_found(loaded[entry["external_id"]]), entry, items, loaded)
        # Afterwards: a past meeting of the profile brings no recurring item.
        make_templates(self.site, data.get("templates", ()), loaded)
        remember_applied(self.site, SUBJECT, loaded)
        return list(_told(len(meetings), len(items)))

    def _meeting(self, entry: Mapping[str, Any]) -> Any:
        values = _fields(entry)
        del values["external_id"]
        values["date"] = datetime.fromisoformat(values["date"])
        return create_meeting(assembly(self.site, entry["assembly"]), values)

    def _item(self, entry: Mapping[str, Any], loaded: Mapping[str, str]) -> Any:
        item = create_item(assembly(self.site, entry["assembly"]), _fields(entry))
        if "meeting" in entry:
            _review(item, "validated")
            present(item, _found(loaded[entry["meeting"]]))
        else:
            _review(item, entry["state"])
        give_advices(item, entry.get("advices", ()))
        return item


def _fields(entry: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in entry.items() if name not in _WAY}


def _found(uid: str) -> Any:
    return api.content.get(UID=uid)


def _review(item: Any, wanted: str) -> None:
    """Take the steps of the review, whatever its levels, up to a state."""
    while (state := api.content.get_state(item)) != wanted:
        ahead = [
            step
            for step in transitions(item)
            if not step.backwards and step.target != _ON_AGENDA
        ]
        if not ahead:
            raise StateNotReached(title=item.title, wanted=wanted, state=state)
        do_transition(item, ahead[0].id)


def _hold(meeting: Any, entry: Mapping[str, Any], items: Items) -> None:
    """Hold a meeting up to a state: freeze, call the roll, vote, close; publish."""
    ours = [item for item, _told in items]
    for step in _MEETING_STEPS:
        if api.content.get_state(meeting) == entry["state"]:
            break
        do_transition(meeting, step)
        if step == "freeze":
            publish_stage(meeting, entry, Stage.PROJECT, ours)
        if step == "decide":
            _call_the_roll(meeting, set(entry.get("excused", ())))
            for item, told in items:
                _decide(item, told)
    publish_stage(meeting, entry, Stage.DECISION, ours)


def _decide(item: Any, told: Mapping[str, Any]) -> None:
    """Write what the assembly changed of an item, and its vote."""
    if "amended" in told:
        edit_item(item, told["amended"])
    if "vote" in told:
        vote = told["vote"]
        encode_public_vote(item, vote.get("values", {}), **_bulk(vote))


def _call_the_roll(meeting: Any, excused: set[str]) -> None:
    roll, _revision = attendance(meeting)
    presences = {
        seat.id: "excused" if seat.id in excused else "present" for seat in roll.seats
    }
    set_presences(meeting, presences)


def _bulk(vote: Mapping[str, Any]) -> dict[str, Any]:
    return {name: vote[name] for name in ("others", "groups") if name in vote}


def _told(meetings: int, items: int) -> Iterator[str]:
    if meetings:
        yield f"{meetings} séances chargées"
    if items:
        yield f"{items} points chargés"
