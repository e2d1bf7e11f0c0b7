"""What is wrong with a message, in words for whoever must mend it."""

from communes.core.errors.domain import InvalidInput
from communes.core.errors.domain import Missing


DOMAIN = "communes.exchange"


class MessageUnreadable(InvalidInput):
    """Cause: what arrived is no message in JSON of the agreed envelope.

    Cure: send a CloudEvents 1.0 object with every attribute of the catalogue page.
    """

    i18n_domain = DOMAIN
    code = "message_unreadable"
    template = (
        "Ce message ne peut pas être lu : ${problem}. Envoyez un objet CloudEvents 1.0 "
        "tel que le décrit le catalogue des messages."
    )


class MessageInvalid(InvalidInput):
    """Cause: the content does not follow the schema of its kind.

    Cure: correct what ``place`` names; the schema and an example are published.
    """

    i18n_domain = DOMAIN
    code = "message_invalid"
    template = (
        "Le contenu du message « ${kind} » ne suit pas son schéma, à « ${place} » : "
        "${problem}."
    )


class UnknownKind(Missing):
    """Cause: no kind of that name and version is in the catalogue.

    Cure: look the kinds up on the catalogue page; a solution may be missing here.
    """

    i18n_domain = DOMAIN
    code = "message_kind_unknown"
    template = (
        "Le genre de message « ${kind} » n'existe pas ici : choisissez-en un dans le "
        "catalogue des messages."
    )
