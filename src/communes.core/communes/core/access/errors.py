"""The refusals of rights and fields, each with its cause and its cure."""

from communes.core.errors.domain import Conflict
from communes.core.errors.domain import InvalidInput
from communes.core.errors.domain import NotAllowed


class MayNot(NotAllowed):
    """The current user lacks a right. Cure: ask whoever answers for the matter."""

    code = "may_not"
    template = (
        "Vous n'avez pas le droit de faire cela sur « ${what} » : demandez-le à la "
        "personne qui en est responsable."
    )


class MayNotWrite(NotAllowed):
    """The person may write the matter, and not this field of it."""

    code = "may_not_write"
    template = "« ${label} » n'est pas un champ que vous pouvez modifier."


class UnknownField(InvalidInput):
    """A value was sent for a field the type does not have.

    Cure: leave it out, or use one of the names listed.
    """

    code = "unknown_field"
    template = "Le champ « ${name} » n'existe pas ; champs possibles : ${expected}."


class MissingField(InvalidInput):
    """A required field was left empty. Cure: fill it in."""

    code = "missing_field"
    template = "« ${label} » est vide : complétez ce champ."


class InvalidField(InvalidInput):
    """A value is not of the kind its field takes. Cure: stands in the sentence."""

    code = "invalid_field"
    template = "« ${label} » : la valeur « ${value} » ne convient pas (${problem})."


class StaleRevision(Conflict):
    """The matter was changed by somebody else since it was read.

    Cure: look at what changed, reload, and do it again.
    """

    code = "stale_revision"
    template = (
        "« ${what} » a changé entre-temps (par ${who}). Rechargez la page, puis "
        "refaites votre modification."
    )
