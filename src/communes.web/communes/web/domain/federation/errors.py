"""Why something is not shared, or not brought along."""

from communes.core.errors.domain import RuleRefused
from communes.web.domain.errors import DOMAIN


class NotShared(RuleRefused):
    """Cause: a content of the other side is taken for one of this, or the reverse.

    Cure: share what was written here; hide or bring along what came from elsewhere.
    """

    i18n_domain = DOMAIN
    code = "web_not_shared"
    template = (
        "« ${name} » ne peut pas l'être : seul ce qui est écrit ici se partage, seul "
        "un événement venu d'une autre commune s'amène dans un agenda."
    )
