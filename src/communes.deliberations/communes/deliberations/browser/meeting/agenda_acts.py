"""What changes an agenda: move, sort, present, and the steps of the meeting."""

from Acquisition import aq_parent
from collections.abc import Sequence
from communes.core.errors.domain import DomainError
from communes.core.errors.rest import sentence_of
from communes.core.shell.acting import Act
from communes.deliberations.api import reading
from communes.deliberations.api.agenda import agenda
from communes.deliberations.api.agenda import AgendaView
from communes.deliberations.api.agenda import move_item
from communes.deliberations.api.agenda import present
from communes.deliberations.api.agenda import sort_agenda
from communes.deliberations.api.agenda import step_item
from communes.deliberations.api.transition import do_transition
from communes.deliberations.browser import words
from communes.deliberations.domain.labels import MEETING_STATE_LABELS
from communes.deliberations.exceptions import StaleRevision
from communes.deliberations.i18n import _
from communes.deliberations.i18n import label


class MoveItem(Act):
    """Moves one line: before another (script), or up, down, below (buttons)."""

    def act(self) -> dict:
        way, _colon, uid = self.given("geste").partition(":")
        if way:
            step_item(self.context, uid, way, self.revision)
        else:
            self._move(self.given("item"), self.given("before") or None)
        found = agenda(self.context)
        return {
            "revision": found.revision,
            "next": f"{self.back()}/agenda-deplacer?revision={found.revision}",
            "numbers": {line.uid: line.number for line in found.lines},
        }

    def _move(self, uid: str, before: str | None) -> None:
        """Move, unless a first try whose answer was lost has done it already."""
        try:
            move_item(self.context, uid, before, self.revision)
        except StaleRevision:
            if not _stands_before(agenda(self.context), uid, before):
                raise


class SortAgenda(Act):
    """Puts the agenda back in the order of the rules."""

    def act(self) -> dict:
        sort_agenda(self.context, self.revision)
        return {"message": _("agenda_sorted", default="L'ordre des règles est remis.")}


class PresentItems(Act):
    """Brings one item, or those chosen, on the agenda; says what was refused."""

    def act(self) -> dict:
        alone = self.given("seul")
        uids = [alone] if alone else self.many("uids")
        items = reading.items_of(aq_parent(self.context), uids)
        if not items:
            return {"message": _("nothing_chosen", default="Choisissez un point.")}
        refused = [said for said in map(self._present, items) if said]
        return {"message": _summary(len(items) - len(refused), refused)}

    def _present(self, item: object) -> str:
        """Present one item; return why it was refused, empty when it was not."""
        try:
            present(item, self.context)
        except DomainError as error:
            why = sentence_of(error, self.request)
            return words.refused_line(item.title, why, self.request)
        return ""


class MeetingStep(Act):
    """Takes a step of the meeting."""

    def act(self) -> dict:
        do_transition(self.context, self.given("etape"), self.given("comment"))
        state = label(MEETING_STATE_LABELS, reading.state(self.context))
        said = _(
            "meeting_step_done",
            default="C'est fait : la séance est maintenant « ${state} ».",
            mapping={"state": state},
        )
        return {"message": said}


def _stands_before(found: AgendaView, uid: str, before: str | None) -> bool:
    order = [line.uid for line in found.lines]
    if uid not in order:
        return False
    after = order[order.index(uid) + 1 :]
    return (after[0] if after else None) == before


def _summary(done: int, refused: Sequence[str]) -> str:
    mapping = {"count": done}
    if done < 2:
        said = _("presented_one", default="${count} point présenté.", mapping=mapping)
    else:
        said = _(
            "presented_some", default="${count} points présentés.", mapping=mapping
        )
    return words.told(said, refused)
