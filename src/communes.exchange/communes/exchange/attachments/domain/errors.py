"""Why a file that goes with a message is refused."""

from communes.core.errors.domain import InvalidInput
from communes.core.errors.domain import Missing
from communes.core.errors.domain import RuleRefused
from communes.exchange.messages.domain.errors import DOMAIN


class AttachmentInvalid(InvalidInput):
    """Cause: what a message says of a file can not be true of any.

    Cure: let ``attach`` say it.
    """

    i18n_domain = DOMAIN
    code = "attachment_invalid"
    template = (
        "Le fichier « ${filename} » ne peut pas accompagner un message : ${problem}."
    )


class AttachmentMissing(Missing):
    """Cause: a message refers to a file that its sender never attached, or no longer.

    Cure: attach it before the message is sent; then have the message done again.
    """

    i18n_domain = DOMAIN
    code = "attachment_missing"
    template = (
        "Le fichier « ${filename} » n'a pas été joint : l'expéditeur doit le joindre "
        "avant d'envoyer le message, qui peut alors être traité de nouveau."
    )


class AttachmentWrong(RuleRefused):
    """Cause: the content that came is not the one the message refers to.

    Cure: the sender attaches the file anew and says its sum again.
    """

    i18n_domain = DOMAIN
    code = "attachment_wrong"
    template = (
        "Le fichier « ${filename} » n'est pas celui du message : ${problem}. "
        "L'expéditeur doit le joindre de nouveau et corriger le message."
    )


class FileNotGiven(Missing):
    """Cause: no message sent to that peer refers to that file; or it is not there.

    The sentence is the same, so that nobody learns what else is kept.
    """

    i18n_domain = DOMAIN
    code = "attachment_not_given"
    template = (
        "Aucun fichier « ${sha256} » n'accompagne un message qui vous est adressé."
    )
