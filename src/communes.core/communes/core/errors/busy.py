"""Too many wrote the same thing at the same moment, and the last tries were used up."""

from communes.core.errors.domain import Conflict
from communes.core.errors.refusal import Refusal
from typing import Any


RETRY_AFTER_SECONDS = 1


class Busy(Conflict):
    """Other requests wrote the same object each time this one tried.

    Cure: send the same request again; nothing of it was kept.
    """

    code = "busy"
    template = (
        "Plusieurs demandes ont écrit au même moment ; rien de la vôtre n'a été "
        "enregistré. Recommencez."
    )


class BusyAnswer(Refusal):
    """Answers what the database gave up, as every other refusal."""

    def __init__(self, context: Any, request: Any) -> None:
        super().__init__(Busy(), request)

    def __call__(self) -> str:
        self.request.response.setHeader("Retry-After", str(RETRY_AFTER_SECONDS))
        return super().__call__()
