"""Why the portal takes no projection."""

from communes.core.errors.domain import InvalidInput
from communes.core.errors.domain import RuleRefused


DOMAIN = "communes.publications"


class ProjectionUnreadable(InvalidInput):
    """Cause: a value of a projection is missing or of another kind.

    Cure: send what the message's schema asks for.
    """

    i18n_domain = DOMAIN
    code = "projection_unreadable"
    template = "La séance publiée ne peut pas être lue, à « ${place} » : ${problem}."


class ProjectionRefused(RuleRefused):
    """Cause: a projection holds what may not cross to the public.

    Cure: mask the passage, mark the annex as publishable, or take it out, at the
    sender's; nothing of the meeting was taken.
    """

    i18n_domain = DOMAIN
    code = "projection_refused"
    template = "La séance n'est pas reprise, à cause du point ${number} : ${problem}"
