"""Meetings, items and advices read from the shapes of plonemeeting.restapi."""

from collections.abc import Mapping
from communes.deliberations.domain.advices.kinds import AdviceKind
from communes.deliberations.domain.attendance import Presence
from communes.deliberations.domain.attendance import Seat
from communes.deliberations.domain.choices import Treatment
from communes.deliberations.domain.errors import because
from communes.deliberations.domain.plonemeeting.source import OldAdvice
from communes.deliberations.domain.plonemeeting.source import OldAnnex
from communes.deliberations.domain.plonemeeting.source import OldItem
from communes.deliberations.domain.plonemeeting.source import OldMeeting
from communes.deliberations.domain.plonemeeting.source import OldVote
from communes.deliberations.domain.plonemeeting.value import Told
from communes.deliberations.domain.states import IN_MEETING_STATES
from communes.deliberations.domain.states import ItemState
from communes.deliberations.domain.states import MeetingState
from communes.deliberations.domain.tally import VoteValue


CLOSED = "secret"
#: What its privacy also says there: "public_heading", "secret_information" …
_VARIANTS = ("heading", "information", "advice")
PRESENCES = {
    "present": Presence.PRESENT,
    "absent": Presence.ABSENT,
    "excused": Presence.EXCUSED,
}


def read_meeting(told: Told) -> OldMeeting | None:
    """Return a meeting, None when it is refused."""
    seats = tuple(_seats(told))
    meeting_date = told.moment("date", required=True)
    state = told.word("review_state", MeetingState)
    started, ended = told.moment("start_date"), told.moment("end_date")
    uid, number = told.text("UID", required=True), told.number("meeting_number")
    place = told.token("place", "title")
    presences = tuple(_presences(told))
    votes = tuple(_votes(told))
    if told.reasons or meeting_date is None or state is None:
        return None
    return OldMeeting(
        uid=uid,
        date=meeting_date,
        state=state,
        place=place,
        started_at=started,
        ended_at=ended,
        number=number if number and number > 0 else None,
        seats=seats,
        presences=presences,
        votes=votes,
    )


def _seats(told: Told) -> list[Seat]:
    found = []
    for one in told.rows("extra_include_attendees"):
        uid, name = one.text("UID", required=True), one.text("title", required=True)
        title = one.token("position_type", "title")
        found.append(Seat(uid, name, title, votes=one.flag("voter")))
    if len({one.id for one in found}) != len(found):
        told.refuse(
            because("pm_twice_seated", "Une personne est deux fois dans les présences.")
        )
    return found


def _presences(told: Told) -> list[tuple[str, Presence]]:
    found = []
    for one in told.rows("extra_include_attendees"):
        word = one.token("attendee_type")
        if word in PRESENCES:
            found.append((one.text("UID"), PRESENCES[word]))
        else:
            one.refuse(
                because(
                    "pm_unknown_presence",
                    "La présence « ${word} » n'est pas connue.",
                    word=word,
                )
            )
    return found


def _votes(told: Told) -> list[tuple[str, tuple[OldVote, ...]]]:
    """Return the votes by item, as PloneMeeting keeps them on its meetings."""
    seats = {one.text("UID") for one in told.rows("extra_include_attendees")}
    by_item = told.inside("item_votes")
    return [
        (item, tuple(_vote(one, seats) for one in by_item.rows(item)))
        for item in by_item.values
    ]


def _vote(told: Told, seats: set[str]) -> OldVote:
    label = told.text("label")
    if told.text("vote_type") == "secret":
        counted = told.inside("votes")
        words = [(value, counted.number(value)) for value in counted.values]
        counts = [(_value(told, word), count or 0) for word, count in words]
        return OldVote(label, counts=tuple((v, c) for v, c in counts if v is not None))
    voters = told.inside("voters")
    names = []
    for seat in voters.values:
        value = _value(told, voters.text(seat))
        if seat not in seats:
            told.refuse(
                because(
                    "pm_vote_of_nobody",
                    "Un vote est de quelqu'un qui n'est pas dans les présences.",
                )
            )
        elif value is not None:
            names.append((seat, value))
    return OldVote(label, names=tuple(names))


def _value(told: Told, word: str) -> VoteValue | None:
    if word in set(VoteValue):
        return VoteValue(word)
    told.refuse(
        because("pm_unknown_vote", "Le vote « ${word} » n'est pas connu.", word=word)
    )
    return None


def treatment_of(privacy: str) -> Treatment:
    """Return what a variant of a privacy means for the assembly."""
    variant = privacy.rpartition("_")[2]
    return Treatment(variant) if variant in _VARIANTS else Treatment.DECISION


def read_item(told: Told, services: Mapping[str, str]) -> OldItem | None:
    """Return an item, None when it is refused.

    :param services: name of a service, small letters -> its id here; under "" the
        one that takes what no other is named for, when there is one.
    """
    state, title = told.word("review_state", ItemState), told.title()
    before = told.rows("extra_include_linked_items")
    item = OldItem(
        uid=told.text("UID", required=True),
        title=title,
        state=state or ItemState.ITEMCREATED,
        service=service_of(told, "proposingGroup", services),
        category=told.token("category", "title"),
        late=told.token("listType") == "late",
        closed=told.token("privacy").startswith(CLOSED),
        treatment=treatment_of(told.token("privacy")),
        summary=told.html("description"),
        motivation=told.html("motivation"),
        decision=told.html("decision") + told.html("decisionEnd"),
        meeting=told.inside("extra_include_meeting").text("UID"),
        number=told.number("itemNumber") or 0,
        predecessor=before[0].text("UID") if before else "",
        annexes=tuple(_annex(one) for one in told.rows("extra_include_annexes")),
    )
    if state in IN_MEETING_STATES and not item.meeting:
        told.refuse(
            because(
                "pm_without_meeting",
                "Le point est dans une séance qui n'est pas nommée "
                "(extra_include=meeting) : exportez-le avec elle.",
            )
        )
    return None if told.reasons else item


def service_of(told: Told, key: str, services: Mapping[str, str]) -> str:
    """Return the id of the service a group of PloneMeeting is here."""
    name = told.token(key, "title")
    found = services.get(name.casefold()) or services.get("", "")
    if not found:
        told.refuse(
            because(
                "pm_unknown_service",
                "Le service « ${name} » n'existe pas ici : créez-le, ou dites quel "
                "service reprend ce qui n'en a pas.",
                name=name,
            )
        )
    return found


def _annex(told: Told) -> OldAnnex:
    file = told.inside("file")
    return OldAnnex(
        uid=told.text("UID", required=True),
        title=told.text("title", required=True),
        filename=file.text("filename", required=True),
        media_type=file.text("content-type") or "application/octet-stream",
        confidential=told.flag("confidential"),
    )


def read_advice(told: Told, services: Mapping[str, str]) -> OldAdvice | None:
    """Return an advice, None when it is refused."""
    kind = told.word("advice_type", AdviceKind)
    given = told.moment("modified") or told.moment("created", required=True)
    uid, item = told.text("UID", required=True), told.inside("parent").text("UID")
    if not item:
        told.refuse(
            because("pm_advice_of_nothing", "L'avis ne dit pas de quel point il est.")
        )
    service = service_of(told, "advice_group", services)
    by = told.text("creator")
    texts = told.html("advice_comment"), told.html("advice_observations")
    if told.reasons or kind is None or given is None:
        return None
    return OldAdvice(uid, item, service, kind.value, given.date(), by, *texts)
