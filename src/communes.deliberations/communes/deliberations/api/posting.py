"""The worker's part of a convocation: one letter after the other, each once."""

from communes.core.access.catalog import object_by_uid
from communes.core.hardening.giving import MadeFile
from communes.core.jobs.api import intend
from communes.core.jobs.domain import Intent
from communes.core.jobs.domain import Outcome
from communes.core.jobs.errors import Unavailable
from communes.core.jobs.interfaces import IIntentHandler
from communes.deliberations.api.document import generate_document
from communes.deliberations.clients.mail import Refused
from communes.deliberations.clients.mail import send_letter
from communes.deliberations.content.meeting import IMeeting
from communes.deliberations.domain.convening import ConvocationLetter
from communes.deliberations.domain.convening import may_go
from communes.deliberations.domain.convening import Posting
from communes.deliberations.domain.convening import text_of
from communes.deliberations.storage.assembly import assembly_of
from communes.deliberations.storage.clock import now
from communes.deliberations.storage.convening import letters_of
from communes.deliberations.storage.convening import save_letters
from dataclasses import replace
import transaction
from typing import Any
from zope.interface import implementer


@implementer(IIntentHandler)
class ConvocationPost:
    """Sends what waits, with the convocation as PDF."""

    def run(self, site: Any, intents: list[Intent]) -> list[Outcome]:
        due = [one for one in intents if self._waiting(one)]
        for intent in due:
            # Each letter is noted by a commit of its own, which takes these intents
            # from the queue: a process that dies midway finds them asked again.
            intend(intent.kind, intent.key, dict(intent.payload))
        for intent in due:
            self._send(intent)
        return [Outcome(intent.key) for intent in intents]

    def _waiting(self, intent: Intent) -> dict[str, ConvocationLetter]:
        meeting = object_by_uid(str(intent.payload["meeting"]))
        if not IMeeting.providedBy(meeting):
            return {}
        letters = letters_of(meeting)
        return {seat: one for seat, one in letters.items() if may_go(one)}

    def _send(self, intent: Intent) -> None:
        meeting = object_by_uid(str(intent.payload["meeting"]))
        made = generate_document(meeting, "convocation", closed=True)
        for seat, letter in self._waiting(intent).items():
            self._post(meeting, seat, letter, made)

    def _post(
        self,
        meeting: IMeeting,
        seat: str,
        letter: ConvocationLetter,
        made: MadeFile,
    ) -> None:
        """Write that it leaves, hand it over, write what became of it.

        The first is committed before the post is asked. A process that dies after
        that leaves it so: it is shown as uncertain, and waits for a person.
        """
        self._note(meeting, seat, posting=Posting.SENDING, asked_at=now())
        subject, text = text_of(
            letter,
            assembly_of(meeting).title,
            meeting.date,
            meeting.place or "",
            f"{meeting.absolute_url()}/convocation-recue",
        )
        try:
            send_letter(letter.address, subject, text, made.filename, made.data)
        except (Refused, Unavailable) as error:
            self._note(meeting, seat, posting=Posting.FAILED, reason=str(error))
        else:
            self._note(meeting, seat, posting=Posting.SENT, sent_at=now(), reason="")

    def _note(self, meeting: IMeeting, seat: str, **changes: object) -> None:
        letters = letters_of(meeting)
        save_letters(meeting, {**letters, seat: replace(letters[seat], **changes)})
        transaction.commit()
