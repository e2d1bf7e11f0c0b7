"""One taking over, followed from its file to the last object."""

from communes.core.errors.domain import Missing
from communes.core.errors.domain import RuleRefused
from communes.core.importing.domain import Report
from communes.deliberations.domain.errors import I18N_DOMAIN
from dataclasses import dataclass
from dataclasses import replace
from datetime import datetime
from enum import StrEnum


#: Refused objects that are told; the others are counted.
TOLD = 500


class TakeoverState(StrEnum):
    """Where it stands; the first, second and fourth are work of the worker."""

    FETCHING = "fetching"
    CHECKING = "checking"
    READY = "ready"
    WRITING = "writing"
    DONE = "done"
    FAILED = "failed"


AT_WORK = frozenset(
    {TakeoverState.FETCHING, TakeoverState.CHECKING, TakeoverState.WRITING}
)
STATE_LABELS = {
    TakeoverState.FETCHING: "Lecture de la source",
    TakeoverState.CHECKING: "Vérification",
    TakeoverState.READY: "Vérifié, à écrire",
    TakeoverState.WRITING: "Écriture",
    TakeoverState.DONE: "Terminé",
    TakeoverState.FAILED: "Arrêté",
}


class UnknownTakeover(Missing):
    """There is no taking over of that id. Cure: take one of the list."""

    code = "unknown_takeover"
    template = "La reprise « ${name} » n'existe pas : prenez-en une de la liste."
    i18n_domain = I18N_DOMAIN


class TakeoverNotReady(RuleRefused):
    """It can not be written as it stands.

    Cure: wait for its check, or bring another.
    """

    code = "takeover_not_ready"
    template = (
        "Cette reprise n'est pas prête à être écrite : attendez sa vérification, ou "
        "apportez un autre export."
    )
    i18n_domain = I18N_DOMAIN


@dataclass(frozen=True)
class Takeover:
    """One export brought to an assembly.

    ``origin`` is the name of the file or of the source; ``counts`` the objects by
    fate, as they would be or were written; ``refused`` (object, why) of the first
    ones that are refused; ``problem`` why it stopped.
    """

    id: str
    origin: str
    asked_by: str
    asked_on: datetime
    state: TakeoverState
    service: str = ""
    config: str = ""
    counts: tuple[tuple[str, int], ...] = ()
    refused: tuple[tuple[str, str], ...] = ()
    problem: str = ""

    @property
    def at_work(self) -> bool:
        """Whether the worker has something to do for it."""
        return self.state in AT_WORK

    @property
    def may_be_written(self) -> bool:
        """Whether it was checked and holds something; once done it may go on."""
        checked = self.state in (TakeoverState.READY, TakeoverState.DONE)
        return checked and bool(self.counts)


def with_report(takeover: Takeover, report: Report) -> Takeover:
    """Return it with what a check, or the writing, said of its objects."""
    told = tuple(
        (row.key, " ".join(str(reason) for reason in row.reasons))
        for row in report.refused[:TOLD]
    )
    state = TakeoverState.READY if report.dry_run else TakeoverState.DONE
    counts = tuple(report.counts.items())
    return replace(takeover, state=state, counts=counts, refused=told, problem="")
