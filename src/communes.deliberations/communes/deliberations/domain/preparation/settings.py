"""What an assembly chooses for the work before its meetings."""

from communes.deliberations.domain.setting_parts import about
from communes.deliberations.domain.states import DECIDED_STATES
from communes.deliberations.domain.states import ItemState
from communes.deliberations.domain.states import ItemTransition
from communes.deliberations.domain.states import LEVEL_STATES
from communes.deliberations.domain.states import OUT_OF_MEETING
from dataclasses import dataclass
from dataclasses import field


#: Steps before which an assembly may ask that something be done.
CHECKED_STEPS = ("", ItemTransition.VALIDATE.value, ItemTransition.PRESENT.value)

#: An item its own service still writes is not shown to others.
SHARED_STATES = tuple(one for one in ItemState if one is not ItemState.ITEMCREATED)

_LATER = tuple(
    one.value
    for one in ItemState
    if one not in (ItemState.ITEMCREATED, *LEVEL_STATES, ItemState.WAITING_ADVICES)
)
_DECIDED = tuple(
    one.value
    for one in ItemState
    if one in DECIDED_STATES or one in OUT_OF_MEETING.values()
)


@dataclass(frozen=True)
class Label:
    """A word the whole institution puts on items."""

    id: str = field(metadata=about("Identifiant de l'étiquette."))
    title: str = field(metadata=about("Mot affiché sur les points."))
    kind: str = field(
        default="info",
        metadata=about(
            "Couleur, qui ne fait que répéter le mot.",
            choices=("info", "late", "wait", "ok", "off"),
        ),
    )


@dataclass(frozen=True)
class PreparationSettings:
    """The named options of the work before a meeting; the defaults ask for nothing."""

    summary_required_before: str = field(
        default="",
        metadata=about(
            "Passage avant lequel la note de synthèse doit être écrite.",
            choices=CHECKED_STEPS,
        ),
    )
    completeness: bool = field(
        default=False,
        metadata=about("Les relecteurs disent si le dossier est complet."),
    )
    complete_before: str = field(
        default="",
        metadata=about(
            "Passage avant lequel le dossier doit être déclaré complet.",
            choices=CHECKED_STEPS,
        ),
    )
    labels: tuple[Label, ...] = field(
        default=(), metadata=about("Étiquettes communes à tous les services.")
    )
    copy_states: tuple[str, ...] = field(
        default=_LATER,
        metadata=about(
            "États du point que lisent les services en copie.", choices=SHARED_STATES
        ),
    )
    restricted_copy_states: tuple[str, ...] = field(
        default=_DECIDED,
        metadata=about(
            "États du point que lisent les services en copie restreinte.",
            choices=SHARED_STATES,
        ),
    )
    budget_editor_states: tuple[str, ...] = field(
        default=(
            *(one.value for one in LEVEL_STATES),
            ItemState.VALIDATED.value,
            ItemState.PRESENTED.value,
        ),
        metadata=about(
            "États où les éditeurs de l'incidence budgétaire l'écrivent.",
            choices=SHARED_STATES,
        ),
    )
    out_of_meeting: bool = field(
        default=False,
        metadata=about("Un point peut être décidé hors séance, par délégation."),
    )
    ratified_by: str = field(
        default="",
        metadata=about(
            "Assemblée qui ratifie une décision prise hors séance en urgence ; "
            "vide : aucune décision n'est prise en urgence."
        ),
    )
    ratification_arrives_in: str = field(
        default=ItemState.VALIDATED.value,
        metadata=about(
            "État du point de ratification à son arrivée.",
            choices=("itemcreated", "validated", "presented"),
        ),
    )
    transfers: bool = field(
        default=False,
        metadata=about(
            "Un point validé peut être transféré à une autre assemblée sans "
            "décision de celle-ci."
        ),
    )
    agenda_fixed_by: str = field(
        default="",
        metadata=about(
            "Assemblée dont une décision arrête l'ordre du jour de celle-ci avant "
            "son gel ; vide : aucune."
        ),
    )
