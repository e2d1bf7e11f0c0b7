"""Whether the file of an item is complete, as its reviewers say."""

from collections.abc import Iterator
from collections.abc import Mapping
from communes.core.errors.domain import Reason
from communes.deliberations.domain.errors import because
from enum import StrEnum
from types import MappingProxyType


class Completeness(StrEnum):
    """What was last said of the file."""

    NOT_EVALUATED = "not_evaluated"
    COMPLETE = "complete"
    INCOMPLETE = "incomplete"
    ASKED_AGAIN = "asked_again"
    NOT_REQUIRED = "not_required"


COMPLETENESS_LABELS: Mapping[Completeness, str] = MappingProxyType(
    {
        Completeness.NOT_EVALUATED: "Complétude à contrôler",
        Completeness.COMPLETE: "Complet",
        Completeness.INCOMPLETE: "Incomplet",
        Completeness.ASKED_AGAIN: "Nouveau contrôle demandé",
        Completeness.NOT_REQUIRED: "Contrôle non requis",
    }
)

#: What a reviewer says; the service only asks for another look.
JUDGEMENTS = frozenset(
    {Completeness.COMPLETE, Completeness.INCOMPLETE, Completeness.NOT_REQUIRED}
)
_SETTLED = frozenset({Completeness.COMPLETE, Completeness.NOT_REQUIRED})


def said_obstacles(
    now: Completeness, said: Completeness, missing: str
) -> Iterator[Reason]:
    """Yield what stands against saying ``said`` of a file that is ``now``.

    An incomplete file is said with what it lacks; another look is asked only of a
    file that was found incomplete.
    """
    if said == Completeness.INCOMPLETE and not missing.strip():
        yield because(
            "missing_not_told",
            "Dites ce qui manque : le service doit savoir quoi compléter.",
        )
    if said == Completeness.ASKED_AGAIN and now != Completeness.INCOMPLETE:
        yield because(
            "nothing_to_ask_again",
            "Le dossier n'est pas déclaré incomplet : il n'y a rien à redemander.",
        )
    if said == Completeness.NOT_EVALUATED:
        yield because(
            "not_a_judgement",
            "Dites si le dossier est complet, incomplet, ou si le contrôle n'est pas "
            "requis.",
        )


def step_obstacles(
    used: bool, before: str, step: str, now: Completeness, missing: str = ""
) -> Iterator[Reason]:
    """Yield what an unfinished check says against ``step``.

    :param used: whether the assembly checks completeness; ``before`` the step that
        waits for it, empty when none does.
    """
    if not used or not before or step != before or now in _SETTLED:
        return
    if now == Completeness.INCOMPLETE:
        yield because(
            "file_incomplete",
            "Le dossier est incomplet (${missing}) : complétez-le, puis demandez un "
            "nouveau contrôle.",
            missing=missing.strip(),
        )
        return
    yield because(
        "file_not_checked",
        "La complétude du dossier n'est pas encore contrôlée : demandez-le à qui "
        "relit le point.",
    )
