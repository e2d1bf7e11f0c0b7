"""What the pages of a meeting say about votes, steps and how far the meeting is."""

from communes.deliberations.api.transition import Transition
from communes.deliberations.browser import words
from communes.deliberations.domain.choices import PollType
from communes.deliberations.domain.choices import SECRET_POLLS
from communes.deliberations.domain.quorum import Quorum
from communes.deliberations.i18n import _


def heading(number: str, poll_type: str) -> str:
    """Return « Vote du point 1 – public, par nom »."""
    kind = poll(poll_type) or _("public_poll", default="public, par nom")
    return _(
        "vote_heading",
        default="Vote du point ${number} – ${kind}",
        mapping={"number": number, "kind": kind},
    )


def poll(poll_type: str) -> str:
    """Return how an item is voted when it is not as usual; else empty."""
    if poll_type in SECRET_POLLS:
        return _("secret_poll", default="scrutin secret")
    no_vote = poll_type == PollType.NO_VOTE
    return _("no_vote", default="sans vote") if no_vote else ""


def question(step: Transition) -> str:
    """Return what is asked before a step of the meeting; empty when nothing is."""
    asked = {
        "freeze": _(
            "freeze_confirm",
            default="Geler l'ordre du jour ? Les numéros des points seront fixés.",
        ),
        "close": _(
            "close_confirm",
            default="Clôturer la séance ? Les points encore ouverts seront acceptés.",
        ),
    }
    back = _(
        "step_back_confirm",
        default="${step} ?",
        mapping={"step": words.step_title(step)},
    )
    return asked.get(step.id, back if step.backwards else "")


def quorum(found: Quorum) -> str:
    """Return whether enough are there; empty when no quorum is required."""
    if not found.required:
        return ""
    mapping = {"required": found.required}
    if found.reached:
        return _(
            "quorum_reached", default="quorum atteint (${required})", mapping=mapping
        )
    return _(
        "quorum_missed", default="quorum non atteint (${required})", mapping=mapping
    )


def decided(done: int, total: int) -> str:
    """Return how far the agenda is."""
    mapping = {"done": done, "total": total}
    if done > 1:
        return _(
            "decided_some",
            default="${done} points sur ${total} décidés",
            mapping=mapping,
        )
    return _(
        "decided_one", default="${done} point sur ${total} décidé", mapping=mapping
    )
