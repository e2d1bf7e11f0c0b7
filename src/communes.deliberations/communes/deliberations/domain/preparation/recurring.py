"""At which step of a meeting items come by themselves."""

from collections.abc import Mapping
from communes.deliberations.domain.states import MeetingTransition
from types import MappingProxyType


#: The meeting has just been made: no transition brought it there.
CREATION = "create"

RECURRING_STEPS: Mapping[str, str] = MappingProxyType(
    {
        CREATION: "À la création de la séance",
        MeetingTransition.FREEZE.value: "Au gel de l'ordre du jour",
        MeetingTransition.PUBLISH.value: "À la publication de l'ordre du jour",
        MeetingTransition.DECIDE.value: "Quand la rédaction du PV commence",
    }
)
