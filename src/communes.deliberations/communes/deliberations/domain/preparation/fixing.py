"""An assembly fixes the agenda of another's next meeting, by an item of its own."""

from collections.abc import Iterator
from collections.abc import Sequence
from communes.core.errors.domain import Reason
from communes.core.parts.domain.writing import long_date
from communes.deliberations.domain.errors import because
from communes.deliberations.domain.states import ItemState
from communes.deliberations.domain.states import MeetingTransition
from communes.deliberations.domain.states import OUT_OF_MEETING
from communes.deliberations.domain.states import POSITIVE_STATES
import datetime
from html import escape


_FIXED = POSITIVE_STATES | set(OUT_OF_MEETING.values()) - {ItemState.TRANSFERED}


def fixing_obstacles(
    step: str, fixed_by: str, organ: str, states: Sequence[str]
) -> Iterator[Reason]:
    """Yield a reason against freezing an agenda that nobody has fixed yet.

    :param fixed_by: id of the assembly that must fix it; empty when none must.
    :param organ: how that assembly is called, with its article.
    :param states: where its items stand that fix this very agenda.
    """
    if step != MeetingTransition.FREEZE or not fixed_by:
        return
    if any(state in _FIXED for state in states):
        return
    yield because(
        "agenda_not_fixed",
        "L'ordre du jour n'est pas encore arrêté par ${organ} : faites-y accepter le "
        "point qui l'arrête.",
        organ=organ,
    )


def agenda_as_decision(
    organ: str, day: datetime.date, public: Sequence[str], closed: int
) -> str:
    """Return the decision that fixes an agenda, as HTML.

    :param public: titles of the public items, in order; ``closed`` counts the
        others, of which nothing more is written.
    """
    lead = escape(f"ARRÊTE l'ordre du jour de la séance de {organ} du {long_date(day)}")
    lines = "".join(f"<li>{escape(title)}</li>" for title in public)
    parts = [f"<p>{lead} :</p>"]
    if lines:
        parts.append(f"<p>Séance publique</p><ol>{lines}</ol>")
    if closed:
        count = "un point" if closed == 1 else f"{closed} points"
        parts.append(f"<p>Huis clos : {count}.</p>")
    return "".join(parts)
