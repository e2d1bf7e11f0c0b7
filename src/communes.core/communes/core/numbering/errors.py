"""What may go wrong with a counter."""

from communes.core.errors.domain import Conflict


class NumberAlreadyTaken(Conflict):
    """A counter was sent back to numbers that are in use: start at a later one."""

    code = "number_already_taken"
    template = (
        "Le compteur « ${counter} » est déjà à ${current} : "
        "il ne peut reprendre à ${wanted}."
    )
