"""What is done in session: votes, urgency, decisions."""

from Acquisition import aq_parent
from communes.core.errors.domain import InvalidInput
from communes.core.errors.rest import sentence_of
from communes.core.parts.domain.reading import whole
from communes.core.shell.acting import Act
from communes.deliberations.api import reading
from communes.deliberations.api import vote as door
from communes.deliberations.api.item import edit_item
from communes.deliberations.api.item import item_revision
from communes.deliberations.api.transition import do_transition
from communes.deliberations.api.urgency import declare_urgency
from communes.deliberations.browser.meeting.ballot import MOST_BALLOTS
from communes.deliberations.domain.choices import PollType
from communes.deliberations.domain.labels import ITEM_STATE_LABELS
from communes.deliberations.domain.states import DECISIONS
from communes.deliberations.domain.tally import BALLOT_VALUES
from communes.deliberations.domain.tally import COUNTS
from communes.deliberations.domain.tally import VoteValue
from communes.deliberations.domain.votes import PublicVote
from communes.deliberations.domain.votes import SecretVote
from communes.deliberations.exceptions import StaleRevision
from communes.deliberations.exceptions import UnknownItem
from communes.deliberations.i18n import _
from communes.deliberations.i18n import label
from dataclasses import asdict


class UnknownVote(InvalidInput):
    """A vote is sent that nobody can express. Cure: reload the page."""

    code = "unknown_vote"
    template = "« ${value} » n'est pas un vote possible : rechargez la page."
    i18n_domain = "communes.deliberations"


#: More voices than any assembly of shares has.
MOST_VOICES = 9999


class WrongCount(InvalidInput):
    """A count of ballots is no whole number. Cure: type one."""

    code = "wrong_count"
    template = "« ${value} » n'est pas un nombre de bulletins : tapez un nombre entier."
    i18n_domain = "communes.deliberations"


class SessionAct(Act):
    """Base of what is done to the item in hand."""

    @property
    def item(self) -> object:
        """The item named by the form, when the person may see it.

        :raises UnknownItem: there is none on this assembly's agendas.
        """
        uid = self.given("point")
        found = reading.items_of(aq_parent(self.context), [uid])
        if not found:
            raise UnknownItem(field="point", name=uid)
        return found[0]

    @property
    def place(self) -> int:
        """Which vote of the item is meant, from 0: the round in hand."""
        return whole(self.given("tour"), 0)

    def back(self) -> str:
        poll = self.given("scrutin")
        kept = f"&scrutin={poll}" if poll in [one.value for one in PollType] else ""
        return (
            f"{self.context.absolute_url()}/scrutins?point={self.given('point')}{kept}"
            f"{f'&tour={self.place}' if self.place else ''}"
        )


class VoteByName(SessionAct):
    """Notes one voice, a group, or everybody; what was noted before stays."""

    def act(self) -> dict:
        item = self.item
        held = door.votes(item)
        values = _kept(held, self.place)
        before = dict(values)
        values.update(self._new(held))
        if values == before and held.votes[self.place :]:
            return {"revision": held.revision}
        poll = self.given("scrutin") or PollType.ALOUD.value
        revision = door.encode_public_vote(
            item, values, poll_type=poll, place=self.place, revision=self.revision
        )
        return {"revision": revision}

    def _new(self, held: door.VoteView) -> dict[str, VoteValue]:
        everybody = self.given("tous")
        if everybody:
            return {seat.id: _value(everybody) for seat in held.voters}
        value, _colon, group = self.given("groupe").partition(":")
        if group:
            members = [seat for seat in held.voters if seat.group == group]
            return {seat.id: _value(value) for seat in members}
        named = [one for one in self.request.form if one.startswith("vote.")]
        return {one.removeprefix("vote."): _value(self.given(one)) for one in named}


class VoteInSecret(SessionAct):
    """Notes the counts of a secret vote; no name is ever tied to a value."""

    def act(self) -> dict:
        ballots = [one for one in map(self._ballot, range(MOST_BALLOTS)) if one]
        item = self.item
        held = door.votes(item)
        there = held.votes[self.place : self.place + 1]
        if there and self._as_kept(there[0], ballots):
            # A lost answer is asked again: that is no conflict with oneself.
            return {"revision": held.revision}
        revision = door.encode_secret_vote(
            item,
            ballots,
            linked=bool(self.given("lies")),
            poll_type=self.given("scrutin") or PollType.SECRET.value,
            place=self.place,
            revision=self.revision,
        )
        message = _("secret_vote_kept", default="Le scrutin est enregistré.")
        return {"revision": revision, "message": message}

    def _as_kept(self, kept: object, ballots: list) -> bool:
        if not isinstance(kept, SecretVote) or kept.linked != bool(self.given("lies")):
            return False
        told = [(one.label, asdict(one.tally)) for one in kept.ballots]
        return [
            (label, {**dict.fromkeys(COUNTS, 0), **counts}) for label, counts in ballots
        ] == told

    def _ballot(self, place: int) -> tuple[str, dict[str, int]] | None:
        """Return one question with its counts; None when the form has no such one."""
        counts = {}
        for value in BALLOT_VALUES:
            name = f"compte.{place}.{value.value}"
            if name not in self.request.form:
                return None
            counts[value.value] = _count(self.given(name))
        return self.given(f"bulletin.{place}").strip(), counts


class RemoveVote(SessionAct):
    """Takes the vote of the item back."""

    def act(self) -> dict:
        item = self.item
        if not door.votes(item).votes[self.place :]:
            return {}
        new = door.remove_vote(item, self.place, revision=self.revision)
        return {"revision": new}


class DeclareUrgency(SessionAct):
    """Notes who declared the urgency: everybody, or those ticked."""

    def act(self) -> dict:
        named = None if self.given("tous") else self.many("sieges")
        if declare_urgency([self.item], named):
            return {"message": _("urgency_held", default="L'urgence est déclarée.")}
        said = _(
            "urgency_failed", default="L'urgence n'est pas déclarée : trop peu de voix."
        )
        return {"message": said}


class WriteDecision(SessionAct):
    """Keeps the text typed on the spot; a newer one is told, never overwritten."""

    def act(self) -> dict:
        item, text = self.item, self.given("texte")
        if _words(item.decision) == text:
            return {"revision": item_revision(item)}
        try:
            return {"revision": edit_item(item, {"decision": text}, self.revision)}
        except StaleRevision as stale:
            self.request.response.setStatus(409, lock=1)
            return {
                "message": sentence_of(stale, self.request),
                "revision": item_revision(item),
                "texte": _shown(item),
            }


class Decide(SessionAct):
    """Gives the item its outcome, or takes it back."""

    def act(self) -> dict:
        item, step = self.item, self.given("etape")
        already = DECISIONS.get(step) == reading.state(item) if step else False
        if not already:
            do_transition(item, step)
        said = _(
            "item_decided",
            default="Le point est « ${state} ».",
            mapping={"state": label(ITEM_STATE_LABELS, reading.state(item))},
        )
        return {"message": said}


def _kept(held: door.VoteView, place: int) -> dict[str, VoteValue]:
    """Return what was noted of those who may still vote."""
    entitled = {seat.id for seat in held.voters}
    first = next(iter(held.votes[place : place + 1]), None)
    if not isinstance(first, PublicVote):
        return {}
    return {
        seat.id: value
        for seat, value in first.values
        if seat.id in entitled and value is not VoteValue.NOT_ENCODED
    }


def _words(text: object) -> str:
    """Return a formatted text as it was sent; empty when there is none."""
    return "" if text is None else text.raw or ""


def _shown(item: object) -> str:
    """Return the decision, cleaned, as a page shows it."""
    return (item.decision and item.decision.output_relative_to(item)) or ""


def _value(text: str) -> VoteValue:
    if text not in [one.value for one in VoteValue]:
        raise UnknownVote(field="vote", value=text)
    return VoteValue(text)


def _count(text: str) -> int:
    count = whole(text.strip() or "0", None)
    if count is None or count > MOST_VOICES:
        raise WrongCount(field="compte", value=text)
    return count
