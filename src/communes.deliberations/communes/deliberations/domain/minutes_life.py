"""The life of the minutes: drawn up, submitted, approved by a later meeting, signed."""

from collections.abc import Mapping
from communes.core.errors.domain import Reason
from communes.deliberations.domain.errors import because
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType


class MinutesState(StrEnum):
    """Where the minutes of a meeting stand."""

    DRAFT = "pv_draft"
    SUBMITTED = "pv_submitted"
    APPROVED = "pv_approved"
    SIGNED = "signed"


class MinutesTransition(StrEnum):
    """A step of the minutes."""

    SUBMIT = "submit"
    APPROVE = "approve"
    SIGN = "sign"
    BACK_TO_DRAFT = "backToDraft"
    BACK_TO_SUBMITTED = "backToSubmitted"


MINUTES_STATE_LABELS: Mapping[MinutesState, str] = MappingProxyType(
    {
        MinutesState.DRAFT: "Projet",
        MinutesState.SUBMITTED: "Soumis à approbation",
        MinutesState.APPROVED: "Approuvé",
        MinutesState.SIGNED: "Signé",
    }
)

MINUTES_TRANSITION_LABELS: Mapping[MinutesTransition, str] = MappingProxyType(
    {
        MinutesTransition.SUBMIT: "Soumettre à approbation",
        MinutesTransition.APPROVE: "Approuver",
        MinutesTransition.SIGN: "Constater la signature",
        MinutesTransition.BACK_TO_DRAFT: "Remettre en projet",
        MinutesTransition.BACK_TO_SUBMITTED: "Annuler l'approbation",
    }
)

MINUTES_TARGETS: Mapping[MinutesTransition, MinutesState] = MappingProxyType(
    {
        MinutesTransition.SUBMIT: MinutesState.SUBMITTED,
        MinutesTransition.APPROVE: MinutesState.APPROVED,
        MinutesTransition.SIGN: MinutesState.SIGNED,
        MinutesTransition.BACK_TO_DRAFT: MinutesState.DRAFT,
        MinutesTransition.BACK_TO_SUBMITTED: MinutesState.SUBMITTED,
    }
)

MINUTES_EXITS: Mapping[MinutesState, tuple[MinutesTransition, ...]] = MappingProxyType(
    {
        MinutesState.DRAFT: (MinutesTransition.SUBMIT,),
        MinutesState.SUBMITTED: (
            MinutesTransition.APPROVE,
            MinutesTransition.BACK_TO_DRAFT,
        ),
        MinutesState.APPROVED: (
            MinutesTransition.SIGN,
            MinutesTransition.BACK_TO_SUBMITTED,
        ),
        # Signed minutes are in the register: nothing leads back.
        MinutesState.SIGNED: (),
    }
)

#: The text is settled: it is the one that was submitted, whatever happens since.
SETTLED = frozenset({
    MinutesState.SUBMITTED, MinutesState.APPROVED, MinutesState.SIGNED,
})  # fmt: skip
#: What happened to them is told with them; the minutes are those of the assembly.
ADOPTED = frozenset({MinutesState.APPROVED, MinutesState.SIGNED})


@dataclass(frozen=True)
class MinutesFacts:
    """What the rules of the minutes need to know.

    ``by_item``: the assembly approves its minutes by an item of a later meeting;
    ``item_planned``: such an item is on its way; ``item_accepted``: it was accepted;
    ``asked``: signatures are being given; ``signed_file``: a signed file is there.
    """

    state: MinutesState
    meeting_closed: bool
    by_item: bool = True
    item_planned: bool = False
    item_accepted: bool = False
    asked: bool = False
    signed_file: bool = False


def minutes_obstacles(
    step: MinutesTransition, facts: MinutesFacts
) -> tuple[Reason, ...]:
    """Return every reason against a step of the minutes; empty when it may go."""
    if step not in MINUTES_EXITS[facts.state]:
        label = MINUTES_TRANSITION_LABELS[step]
        return (
            because(
                "minutes_not_there",
                "« ${step} » ne se fait pas quand le procès-verbal est à l'étape "
                "« ${state} ».",
                step=label,
                state=MINUTES_STATE_LABELS[facts.state],
            ),
        )
    return tuple(_against(step, facts))


def _against(step: MinutesTransition, facts: MinutesFacts) -> list[Reason]:
    found = []
    if step is MinutesTransition.SUBMIT and not facts.meeting_closed:
        found.append(
            because(
                "minutes_meeting_open",
                "La séance n'est pas clôturée : clôturez-la, puis soumettez son "
                "procès-verbal.",
            )
        )
    waits = facts.by_item and not facts.item_accepted
    if step is MinutesTransition.APPROVE and waits and facts.item_planned:
        found.append(
            because(
                "minutes_approval_planned",
                "Le point d'approbation est prêt : il approuvera le procès-verbal "
                "quand l'assemblée l'acceptera.",
            )
        )
    elif step is MinutesTransition.APPROVE and waits:
        found.append(
            because(
                "minutes_need_the_assembly",
                "L'assemblée approuve le procès-verbal par un point d'une séance "
                "suivante : inscrivez ce point, il approuvera le procès-verbal quand "
                "il sera accepté.",
            )
        )
    if step is MinutesTransition.SIGN and not facts.signed_file:
        found.append(
            because(
                "minutes_not_signed",
                "Aucun exemplaire signé n'est encore revenu : demandez les signatures.",
            )
        )
    backs = (MinutesTransition.BACK_TO_DRAFT, MinutesTransition.BACK_TO_SUBMITTED)
    if step in backs and facts.asked:
        found.append(
            because(
                "minutes_being_signed",
                "Des signatures sont en cours : annulez d'abord la demande.",
            )
        )
    if step is MinutesTransition.BACK_TO_DRAFT and facts.item_planned:
        found.append(
            because(
                "minutes_on_agenda",
                "Le point qui approuve ce procès-verbal est déjà inscrit : retirez-le "
                "d'abord.",
            )
        )
    if step is MinutesTransition.BACK_TO_SUBMITTED and facts.item_accepted:
        found.append(
            because(
                "minutes_approved_by_item",
                "Le procès-verbal est approuvé par un point accepté : revenez d'abord "
                "sur la décision de ce point.",
            )
        )
    return found
