"""Why what a partner says is put aside."""

from communes.core.errors.domain import RuleRefused
from communes.exchange.messages.domain.errors import DOMAIN


class NotUnderstood(RuleRefused):
    """Cause: the connector does not know what the partner means.

    Cure: have the connector mended, and what was said done again; or give it up.
    """

    i18n_domain = DOMAIN
    code = "partner_not_understood"
    template = "Le connecteur ne comprend pas ce que dit le partenaire : ${problem}."
