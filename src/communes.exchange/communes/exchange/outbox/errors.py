"""Why what was said does not go."""

from communes.core.errors.domain import Missing
from communes.core.errors.domain import RuleRefused
from communes.exchange.messages.domain.errors import DOMAIN


class NoSuchLetter(Missing):
    """Cause: no message of that id waits or was refused. Cure: look at the list."""

    i18n_domain = DOMAIN
    code = "letter_unknown"
    template = "Le message « ${name} » n'est pas, ou n'est plus, dans la liste."


class NotRefused(RuleRefused):
    """Cause: only a message that was refused can be corrected, sent again or dropped.

    Cure: none is needed; it is on its way or has arrived.
    """

    i18n_domain = DOMAIN
    code = "letter_not_refused"
    template = "Le message « ${name} » n'est pas refusé : il est en route ou arrivé."
