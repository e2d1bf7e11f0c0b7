"""What an agent reads for each state, and on the button of each step."""

from collections.abc import Mapping
from communes.pst.domain.choices import Basis
from communes.pst.domain.choices import BudgetService
from communes.pst.domain.choices import BudgetSide
from communes.pst.domain.choices import Direction
from communes.pst.domain.choices import Health
from communes.pst.domain.choices import Institution
from communes.pst.domain.choices import Kind
from communes.pst.domain.choices import PartKind
from communes.pst.domain.choices import Publication
from communes.pst.domain.states import ActionState
from communes.pst.domain.states import ActionTransition
from communes.pst.domain.states import ObjectiveState
from communes.pst.domain.states import ObjectiveTransition
from communes.pst.domain.states import TaskState
from communes.pst.domain.states import TaskTransition
from types import MappingProxyType


OBJECTIVE_STATE_LABELS: Mapping[ObjectiveState, str] = MappingProxyType(
    {
        ObjectiveState.CREATED: "En création",
        ObjectiveState.ONGOING: "En cours",
        ObjectiveState.ACHIEVED: "Clôturé",
    }
)

ACTION_STATE_LABELS: Mapping[ActionState, str] = MappingProxyType(
    {
        ActionState.CREATED: "En création",
        ActionState.TO_BE_SCHEDULED: "À agender",
        ActionState.ONGOING: "En cours",
        ActionState.TERMINATED: "Finalisé",
        ActionState.STOPPED: "Annulé",
    }
)

TASK_STATE_LABELS: Mapping[TaskState, str] = MappingProxyType(
    {
        TaskState.CREATED: "En création",
        TaskState.TO_ASSIGN: "À assigner",
        TaskState.TO_DO: "À faire",
        TaskState.IN_PROGRESS: "En cours",
        TaskState.REALIZED: "Réalisé",
        TaskState.CLOSED: "Clôturé",
    }
)

OBJECTIVE_TRANSITION_LABELS: Mapping[ObjectiveTransition, str] = MappingProxyType(
    {
        ObjectiveTransition.BEGIN: "Démarrer",
        ObjectiveTransition.ACHIEVE: "Clôturer",
        ObjectiveTransition.BACK_TO_CREATED: "Remettre en création",
        ObjectiveTransition.BACK_TO_ONGOING: "Remettre en cours",
    }
)

ACTION_TRANSITION_LABELS: Mapping[ActionTransition, str] = MappingProxyType(
    {
        ActionTransition.SET_TO_BE_SCHEDULED: "Mettre à agender",
        ActionTransition.BEGIN: "Démarrer",
        ActionTransition.FINISH: "Finaliser",
        ActionTransition.STOP: "Annuler",
        ActionTransition.BACK_TO_CREATED: "Remettre en création",
        ActionTransition.BACK_TO_BE_SCHEDULED: "Remettre à agender",
        ActionTransition.BACK_TO_ONGOING: "Remettre en cours",
    }
)

TASK_TRANSITION_LABELS: Mapping[TaskTransition, str] = MappingProxyType(
    {
        TaskTransition.DO_TO_ASSIGN: "Mettre à assigner",
        TaskTransition.DO_TO_DO: "Mettre à faire",
        TaskTransition.AUTO_DO_TO_DO: "Mettre à faire dès l'assignation",
        TaskTransition.DO_IN_PROGRESS: "Commencer",
        TaskTransition.DO_REALIZED: "Marquer comme réalisée",
        TaskTransition.DO_CLOSED: "Clôturer",
        TaskTransition.BACK_IN_CREATED: "Remettre en création",
        TaskTransition.BACK_IN_TO_ASSIGN: "Remettre à assigner",
        TaskTransition.BACK_IN_TO_DO: "Remettre à faire",
        TaskTransition.BACK_IN_PROGRESS: "Remettre en cours",
        TaskTransition.BACK_IN_REALIZED: "Remettre à réalisé",
    }
)

KIND_LABELS: Mapping[Kind, str] = MappingProxyType(
    {
        Kind.PART: "Volet",
        Kind.STRATEGIC: "Objectif stratégique",
        Kind.OPERATIONAL: "Objectif opérationnel",
        Kind.ACTION: "Action",
        Kind.SUB_ACTION: "Sous-action",
        Kind.ACTION_LINK: "Lien vers une action",
        Kind.SUB_ACTION_LINK: "Lien vers une sous-action",
        Kind.TASK: "Tâche",
    }
)

HEALTH_LABELS: Mapping[Health, str] = MappingProxyType(
    {
        Health.GOOD: "Bon",
        Health.RISK: "Risque",
        Health.BLOCKED: "Blocage",
        Health.PAUSED: "En pause",
    }
)

PART_LABELS: Mapping[PartKind, str] = MappingProxyType(
    {
        PartKind.INTERNAL: "Volet interne",
        PartKind.EXTERNAL: "Volet externe",
    }
)

INSTITUTION_LABELS: Mapping[Institution, str] = MappingProxyType(
    {
        Institution.COMMUNE: "Commune",
        Institution.CPAS: "CPAS",
    }
)

DIRECTION_LABELS: Mapping[Direction, str] = MappingProxyType(
    {
        Direction.UP: "À augmenter",
        Direction.DOWN: "À diminuer",
    }
)

PUBLICATION_LABELS: Mapping[Publication, str] = MappingProxyType(
    {
        Publication.PRIVATE: "Non publié",
        Publication.PUBLISHED: "Publié",
    }
)

BASIS_LABELS: Mapping[Basis, str] = MappingProxyType(
    {
        Basis.AUTO: "Automatique",
        Basis.CHILDREN: "D'après les éléments contenus",
        Basis.INDICATORS: "D'après les indicateurs",
        Basis.TYPED: "Encodé à la main",
    }
)

SERVICE_LABELS: Mapping[BudgetService, str] = MappingProxyType(
    {
        BudgetService.ORDINARY: "Ordinaire",
        BudgetService.EXTRAORDINARY: "Extraordinaire",
    }
)

SIDE_LABELS: Mapping[BudgetSide, str] = MappingProxyType(
    {
        BudgetSide.RECEIPT: "Recette",
        BudgetSide.EXPENSE: "Dépense",
    }
)


def state_labels(kind: Kind) -> Mapping[str, str]:
    """Return the labels of the states an element of ``kind`` can have, by id."""
    if kind in (Kind.STRATEGIC, Kind.OPERATIONAL):
        return {state.value: label for state, label in OBJECTIVE_STATE_LABELS.items()}
    if kind in (Kind.ACTION, Kind.SUB_ACTION):
        return {state.value: label for state, label in ACTION_STATE_LABELS.items()}
    if kind is Kind.TASK:
        return {state.value: label for state, label in TASK_STATE_LABELS.items()}
    return {}
