"""Why a message that arrives is not kept."""

from communes.core.errors.domain import Conflict
from communes.core.errors.domain import InvalidInput
from communes.core.errors.domain import Missing
from communes.exchange.messages.domain.errors import DOMAIN


class NotForUs(InvalidInput):
    """Cause: the message names another receiver, or another sender than who signed.

    Cure: address it to this site, under the name the pair agreed on.
    """

    i18n_domain = DOMAIN
    code = "message_not_for_us"
    template = (
        "Ce message va de « ${sender} » à « ${receiver} » : ici répond « ${name} » "
        "pour le correspondant « ${peer} »."
    )


class NumberTaken(Conflict):
    """Cause: another message of this sender and subject has the same number.

    Cure: number the messages of a subject 1, 2, 3…, and never one twice.
    """

    i18n_domain = DOMAIN
    code = "message_number_taken"
    template = "Le numéro ${number} est déjà pris pour « ${subject} »."


class NobodyListens(Missing):
    """Cause: no solution of this site does anything with messages of that kind.

    Cure: install the solution, or take the kind out of what the pair agreed on.
    """

    i18n_domain = DOMAIN
    code = "message_without_receiver"
    template = "Aucune solution de ce site ne traite les messages « ${kind} »."
