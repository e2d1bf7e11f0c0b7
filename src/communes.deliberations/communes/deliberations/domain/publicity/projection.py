"""Makes the public projection from a meeting's record, masked, closed items emptied.

It reads only ``for_the_public(record)`` and what ``Publication`` hands over, so that
nothing else can reach it: no internal note, no history, no account.
"""

from collections.abc import Collection
from collections.abc import Mapping
from communes.core.privacy.domain.passages import masked
from communes.deliberations.domain.attendance import Presence
from communes.deliberations.domain.attendance import Seat
from communes.deliberations.domain.document_html import paragraph
from communes.deliberations.domain.publicity.records import PublicAnnex
from communes.deliberations.domain.publicity.records import PublicItem
from communes.deliberations.domain.publicity.records import PublicMeeting
from communes.deliberations.domain.publicity.records import PublicPerson
from communes.deliberations.domain.publicity.records import PublicVote
from communes.deliberations.domain.publicity.records import Stage
from communes.deliberations.domain.records import for_the_public
from communes.deliberations.domain.records import ItemRecord
from communes.deliberations.domain.records import MeetingRecord
from communes.deliberations.domain.states import DECIDED_STATES
from communes.deliberations.domain.states import ItemState
from communes.deliberations.domain.states import POSITIVE_STATES
from communes.deliberations.domain.tally import VoteValue
from communes.deliberations.domain.vote_wording import vote_words
from communes.deliberations.domain.votes import PublicVote as NamedVote
from communes.deliberations.domain.votes import SecretVote
from communes.deliberations.domain.wording import opened
from dataclasses import dataclass
from dataclasses import field
from dataclasses import replace
from datetime import datetime


#: A decision there is something to read of; what was put off has only its fate.
SPEAKING_STATES = POSITIVE_STATES | {ItemState.REFUSED}


@dataclass(frozen=True)
class ItemPublication:
    """What the record of an item does not say. ``summary`` may still hold marks."""

    id: str
    summary: str = ""
    category_title: str = ""
    representatives: tuple[str, ...] = ()
    annexes: tuple[PublicAnnex, ...] = ()


@dataclass(frozen=True)
class Publication:
    """One publication about to be made. ``items`` are by id of ``ItemRecord``."""

    id: str
    nis: str
    stage: Stage
    version: int
    published_at: datetime
    date: datetime
    ended_at: datetime | None = None
    items: Mapping[str, ItemPublication] = field(default_factory=dict)


def public_meeting(
    meeting: MeetingRecord,
    publication: Publication,
    before: PublicMeeting | None = None,
    chosen: Collection[str] | None = None,
) -> PublicMeeting:
    """Return the meeting as the public may know it.

    :param before: the last version; an item that is not chosen stays as it was
        there, or out when it was not there.
    :param chosen: ids of ``ItemRecord``; None for all those of the agenda. What was
        withdrawn stays so until it is chosen by name.
    """
    record = for_the_public(meeting)
    held = publication.stage is Stage.DECISION
    kept = {one.id: one for one in before.items} if before else {}
    items = []
    for own in record.items:
        facts = publication.items[own.id]
        last = kept.get(facts.id)
        renewed = own.id in chosen if chosen is not None else not _withdrawn(last)
        if renewed or (last is not None and not own.public and not last.closed):
            items.append(public_item(own, facts, publication.stage))
        elif last is not None:
            items.append(last)
    return PublicMeeting(
        id=publication.id,
        nis=publication.nis,
        institution=record.institution,
        assembly=record.assembly.id,
        assembly_title=record.assembly.title,
        organ=record.assembly.organ,
        date=publication.date,
        stage=publication.stage,
        version=publication.version,
        published_at=publication.published_at,
        place=record.place,
        number=record.number,
        ended_at=publication.ended_at if held else None,
        chair=_name(record, record.chair) if held else "",
        secretary=_name(record, record.secretary) if held else "",
        present=_people(record, Presence.PRESENT) if held else (),
        excused=_people(record, Presence.EXCUSED) if held else (),
        items=tuple(items),
    )


def public_item(item: ItemRecord, facts: ItemPublication, stage: Stage) -> PublicItem:
    """Return one item of a record made by ``for_the_public``."""
    if not item.public:
        return PublicItem(facts.id, item.number, item.title, closed=True)
    told = PublicItem(
        id=facts.id,
        number=item.number,
        title=item.title,
        category=item.category,
        category_title=facts.category_title,
        reference=item.reference,
        representatives=facts.representatives,
    )
    decided = stage is Stage.DECISION and item.state in DECIDED_STATES
    if stage is Stage.DECISION and item.state not in SPEAKING_STATES:
        return replace(told, result=str(item.state) if decided else "")
    return replace(
        told,
        summary=masked(facts.summary),
        motivation=item.motivation,
        decision=item.decision,
        annexes=facts.annexes,
        result=str(item.state) if decided else "",
        vote_words=_vote_words(item) if decided else "",
        votes=tuple(_votes(item)) if decided else (),
    )


def _withdrawn(item: PublicItem | None) -> bool:
    return item is not None and item.withdrawn is not None


def _vote_words(item: ItemRecord) -> str:
    said = item.vote_text or " ; ".join(vote_words(vote) for vote in item.votes)
    return paragraph(opened(said)) if said else ""


def _votes(item: ItemRecord) -> list[PublicVote]:
    found: list[PublicVote] = []
    for vote in item.votes:
        if isinstance(vote, SecretVote):
            found += _ballots(vote)
        else:
            found.append(_named(vote))
    return found


def _ballots(vote: SecretVote) -> list[PublicVote]:
    return [
        PublicVote(
            True,
            one.tally.yes,
            one.tally.no,
            one.tally.abstain,
            label=one.label,
        )
        for one in vote.ballots
    ]


def _named(vote: NamedVote) -> PublicVote:
    def names(value: VoteValue) -> tuple[str, ...]:
        return tuple(seat.name for seat in vote.who(value))

    tally = vote.tally
    return PublicVote(
        False,
        tally.yes,
        tally.no,
        tally.abstain,
        names(VoteValue.YES),
        names(VoteValue.NO),
        names(VoteValue.ABSTAIN),
        vote.label,
    )


def _name(meeting: MeetingRecord, seat: str) -> str:
    found = meeting.seated(seat)
    return found.name if found else ""


def _people(meeting: MeetingRecord, standing: Presence) -> tuple[PublicPerson, ...]:
    return tuple(_person(seat) for seat in meeting.roll.standing(standing))


def _person(seat: Seat) -> PublicPerson:
    return PublicPerson(seat.id, seat.name, seat.title, seat.group)
