"""The closed lists of the programme: what an element is, how it goes, where to."""

from enum import StrEnum


class Kind(StrEnum):
    """What an element of the tree is; the values are ids the field knows."""

    PART = "part"
    STRATEGIC = "strategicobjective"
    OPERATIONAL = "operationalobjective"
    ACTION = "pstaction"
    SUB_ACTION = "pstsubaction"
    ACTION_LINK = "action_link"
    SUB_ACTION_LINK = "subaction_link"
    TASK = "task"


class PartKind(StrEnum):
    """Which side of the administration a part (volet) looks at."""

    INTERNAL = "internal"
    EXTERNAL = "external"


class Institution(StrEnum):
    """Whose programme it is, under the codes of the region (TypeAdmin)."""

    COMMUNE = "AC"
    CPAS = "CPAS"


class Health(StrEnum):
    """How an action is doing, as its carrier judges."""

    GOOD = "bon"
    RISK = "risque"
    BLOCKED = "blocage"
    PAUSED = "pause"


class Direction(StrEnum):
    """Which way an indicator should move."""

    UP = "up"
    DOWN = "down"


class BudgetService(StrEnum):
    """Which service of the budget an article belongs to."""

    ORDINARY = "O"
    EXTRAORDINARY = "E"


class BudgetSide(StrEnum):
    """Whether an article is a receipt (recette) or an expense (dépense)."""

    RECEIPT = "R"
    EXPENSE = "D"


class Publication(StrEnum):
    """Whether citizens see an element: separate from where its work stands."""

    PRIVATE = "private"
    PUBLISHED = "published"


class Basis(StrEnum):
    """What the progress of an element is computed from.

    ``AUTO``: from what it holds; holding nothing, from its indicators; having none,
    as typed.
    """

    AUTO = "auto"
    CHILDREN = "children"
    INDICATORS = "indicators"
    TYPED = "typed"
