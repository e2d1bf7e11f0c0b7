"""Why nothing can be said again."""

from communes.core.errors.domain import RuleRefused
from communes.exchange.messages.domain.errors import DOMAIN


class NothingToTell(RuleRefused):
    """Cause: the peer receives no kind of which something stands.

    Cure: add the kind to ``receives`` of the peer.
    """

    i18n_domain = DOMAIN
    code = "backlog_nothing"
    template = (
        "« ${name} » ne reçoit rien qui puisse être envoyé d'un coup : ajoutez à ce "
        "qu'il reçoit les messages de ce que le site publie."
    )
