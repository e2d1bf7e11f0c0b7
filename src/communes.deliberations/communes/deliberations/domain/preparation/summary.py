"""A note de synthèse an assembly may ask for before an item goes on."""

from collections.abc import Iterator
from communes.core.errors.domain import Reason
from communes.deliberations.domain.errors import because


def summary_obstacles(before: str, step: str, summary: str) -> Iterator[Reason]:
    """Yield a reason against ``step`` while the summary it asks for is empty.

    CDLD L1122-13 and L1122-24 ask for it in a council; the assembly chooses when it
    is checked.

    :param before: the step that asks for it; empty when none does.
    :param summary: its words, markup taken off.
    """
    if before and step == before and not summary.strip():
        yield because(
            "summary_missing",
            "La note de synthèse est vide : résumez les faits et l'enjeu pour qui "
            "lira l'ordre du jour.",
        )
