"""Why the journal refuses."""

from communes.core.errors.domain import InvalidInput
from communes.core.errors.domain import NotAllowed
from communes.core.errors.domain import RuleRefused


class JournalUnavailable(RuleRefused):
    """Cause: the read of a confidential thing could not be written down.

    Cure: free the disk or the file; until then the thing is not shown.
    """

    code = "journal_unavailable"
    template = (
        "Cette consultation doit être inscrite au journal, qui est momentanément "
        "indisponible. Réessayez dans un instant ou prévenez votre administrateur."
    )


class JournalForbidden(NotAllowed):
    """Cause: the person may not see the journal of this commune."""

    code = "journal_forbidden"
    template = "Vous n'avez pas le droit de consulter le journal."


class DetailsRefused(InvalidInput):
    """Cause: a detail of an entry is not a plain JSON value."""

    code = "journal_details_refused"
    template = "Le détail du journal n'est pas une valeur simple : ${problem}."
