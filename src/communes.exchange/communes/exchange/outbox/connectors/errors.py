"""What a connector says of a peer that answers no."""

from communes.core.errors.domain import Missing
from communes.core.errors.domain import RuleRefused
from communes.exchange.messages.domain.errors import DOMAIN


class Refused(RuleRefused):
    """Cause: the peer read the message and will not take it as it is.

    Cure: correct the message, or what is agreed with the peer, and send it again.
    """

    i18n_domain = DOMAIN
    code = "message_refused_by_peer"
    template = "Refusé par « ${name} » : ${problem}"


class NotThere(Missing):
    """Cause: the peer has no such file for us. Cure: it attaches it, we ask again."""

    i18n_domain = DOMAIN
    code = "file_not_at_peer"
    template = "« ${name} » n'a pas de fichier « ${sha256} » pour nous."
