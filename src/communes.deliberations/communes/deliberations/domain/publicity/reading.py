"""Reads back a projection this house has published, from its JSON."""

from collections.abc import Mapping
from communes.deliberations.domain.publicity.records import PublicAnnex
from communes.deliberations.domain.publicity.records import PublicItem
from communes.deliberations.domain.publicity.records import PublicMeeting
from communes.deliberations.domain.publicity.records import PublicPerson
from communes.deliberations.domain.publicity.records import PublicVote
from communes.deliberations.domain.publicity.records import Stage
from communes.deliberations.domain.publicity.records import Withdrawal
from datetime import datetime
from typing import Any


def from_data(data: Mapping[str, Any]) -> PublicMeeting:
    """Return the projection whose ``to_data`` is ``data``."""
    values = dict(data)
    ended = values["ended_at"]
    values.update(
        date=datetime.fromisoformat(values["date"]),
        published_at=datetime.fromisoformat(values["published_at"]),
        ended_at=datetime.fromisoformat(ended) if ended else None,
        stage=Stage(values["stage"]),
        present=tuple(PublicPerson(**one) for one in values["present"]),
        excused=tuple(PublicPerson(**one) for one in values["excused"]),
        items=tuple(_item(one) for one in values["items"]),
    )
    return PublicMeeting(**values)


def _item(data: Mapping[str, Any]) -> PublicItem:
    values = dict(data)
    gone = values["withdrawn"]
    values.update(
        votes=tuple(_vote(one) for one in values["votes"]),
        annexes=tuple(PublicAnnex(**one) for one in values["annexes"]),
        representatives=tuple(values["representatives"]),
        withdrawn=Withdrawal(gone["reason"], datetime.fromisoformat(gone["moment"]))
        if gone
        else None,
    )
    return PublicItem(**values)


def _vote(data: Mapping[str, Any]) -> PublicVote:
    lists = ("voted_yes", "voted_no", "abstained")
    return PublicVote(**{**data, **{name: tuple(data[name]) for name in lists}})
