"""The plan of an import seen as the meeting it would become."""

from collections.abc import Iterable
from communes.deliberations.domain.attendance import RollCall
from communes.deliberations.domain.document_html import paragraphs
from communes.deliberations.domain.importing.plan import ImportPlan
from communes.deliberations.domain.importing.plan import ItemPlan
from communes.deliberations.domain.majority import Result
from communes.deliberations.domain.records import ItemRecord
from communes.deliberations.domain.records import MeetingRecord
from communes.deliberations.domain.records import UrgencyRecord
from communes.deliberations.domain.settings import AssemblySettings
from communes.deliberations.domain.settings import CONSEIL
from communes.deliberations.domain.states import ItemState
from dataclasses import replace
import re
import unicodedata


_LIKE = {"la": ("commission", "zone"), "l'": ("assemblée", "organe")}


def assembly_for(
    title: str,
    existing: Iterable[AssemblySettings],
    model: AssemblySettings = CONSEIL,
) -> AssemblySettings:
    """Return the assembly of that name: an existing one, or one like ``model``."""
    for one in existing:
        if one.title.casefold() == title.casefold():
            return one
    first = title.split()[0].casefold()
    article = next((word for word, nouns in _LIKE.items() if first in nouns), "le")
    space = "" if article.endswith("'") else " "
    return replace(
        model,
        id=_slug(title),
        title=title,
        name_with_article=f"{article}{space}{title}",
        send_to=(),
    )


def as_record(
    plan: ImportPlan, assembly: AssemblySettings, institution: str
) -> MeetingRecord:
    """Return the meeting as its documents would tell it; the items are its numbers."""
    items = tuple(_item(item) for item in plan.items)
    urgent = tuple(str(item.number) for item in plan.urgent_items)
    urgency = UrgencyRecord(urgent, plan.urgency_in_favour, len(plan.voters))
    return MeetingRecord(
        assembly=assembly,
        institution=institution,
        day=plan.day,
        roll=RollCall(
            plan.seats,
            plan.presences,
            order=tuple(item.id for item in items),
        ),
        items=items,
        urgencies=(urgency,) if urgent else (),
        place=plan.place,
        opened_at=plan.opened_at,
        closed_at=plan.closed_at,
        chair=plan.chair,
        secretary=plan.secretary,
    )


def state_of(item: ItemPlan) -> ItemState:
    """Return where an imported item ends: decided as it was voted, else still open."""
    if not item.decided:
        return ItemState.ITEMFROZEN
    if item.outcome is not None and item.outcome.result == Result.REJECTED:
        return ItemState.REFUSED
    if item.outcome is not None and item.outcome.result == Result.POSTPONED:
        return ItemState.DELAYED
    return ItemState.ACCEPTED


def _item(item: ItemPlan) -> ItemRecord:
    return ItemRecord(
        id=str(item.number),
        number=str(item.number),
        title=item.title,
        public=item.public,
        motivation=paragraphs(item.motivation),
        decision=paragraphs(item.decision),
        state=state_of(item),
        votes=(item.vote,) if item.vote is not None else (),
        list_type="urgent" if item.urgent else "normal",
    )


def _slug(title: str) -> str:
    plain = unicodedata.normalize("NFKD", title.casefold())
    kept = "".join(sign for sign in plain if not unicodedata.combining(sign))
    return re.sub(r"[^a-z0-9]+", "-", kept).strip("-")
