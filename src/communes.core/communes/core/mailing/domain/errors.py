"""Why somebody is not put on a list, or a letter is not sent."""

from communes.core.errors.domain import Conflict
from communes.core.errors.domain import InvalidInput
from communes.core.errors.domain import Missing


class AddressRefused(InvalidInput):
    """Cause: what was typed is no address. Cure: type it as ``name@domain.be``."""

    code = "mailing_address_refused"
    template = (
        "« ${value} » n'est pas une adresse électronique : écrivez-la comme "
        "nom@exemple.be."
    )


class TokenRefused(Missing):
    """Cause: the address of a link was cut, altered, or is too old.

    Cure: ask for a new one where the subscription is made.
    """

    code = "mailing_token_refused"
    template = (
        "Ce lien n'est plus valable ou est incomplet. Recopiez-le entier depuis le "
        "message, ou abonnez-vous à nouveau."
    )


class NoSuchLetter(Missing):
    """Cause: there is no letter of that identifier."""

    code = "mailing_letter_missing"
    template = "L'envoi « ${name} » n'existe pas."


class LetterNotOpen(Conflict):
    """Cause: the letter left meanwhile, or was dropped. Cure: reload the page."""

    code = "mailing_letter_settled"
    template = "L'envoi « ${name} » n'attend plus de décision : rechargez la page."


class BounceUnreadable(InvalidInput):
    """Cause: the message is no report of a mail server (RFC 3464)."""

    code = "mailing_bounce_unreadable"
    template = "Ce message n'est pas un rapport de non-remise lisible."
