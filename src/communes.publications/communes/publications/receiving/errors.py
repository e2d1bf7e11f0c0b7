"""Why a published meeting that arrives is not taken."""

from communes.core.errors.domain import Missing
from communes.core.errors.domain import NotAllowed
from communes.core.errors.domain import RuleRefused
from communes.publications.i18n import DOMAIN


class UnknownInstitution(Missing):
    """Cause: the portal has no institution of that NIS code. Cure: create it."""

    i18n_domain = DOMAIN
    code = "institution_unknown"
    template = (
        "Le portail ne connaît pas d'institution de code INS « ${nis} » : créez-la, "
        "puis relancez le message."
    )


class NotItsSender(NotAllowed):
    """Cause: another correspondent than the institution's own publishes for it.

    Cure: name the correspondent in the settings of the institution.
    """

    i18n_domain = DOMAIN
    code = "institution_sender_refused"
    template = (
        "« ${sender} » ne publie pas pour « ${name} » : indiquez-le comme "
        "correspondant dans les réglages de l'institution."
    )


class NothingWaits(RuleRefused):
    """Cause: nothing of the meeting waits to be looked at. Cure: reload the page."""

    i18n_domain = DOMAIN
    code = "nothing_waits"
    template = "Rien n'attend pour cette séance : rechargez la page."


class NothingChosen(RuleRefused):
    """Cause: no item that waits was ticked. Cure: tick one, or publish everything."""

    i18n_domain = DOMAIN
    code = "nothing_chosen"
    template = "Aucun point n'est coché : cochez ce qui peut être publié."


class NoReason(RuleRefused):
    """Cause: what arrived is turned back without a word. Cure: say why."""

    i18n_domain = DOMAIN
    code = "no_reason"
    template = "Indiquez le motif du refus : il est gardé dans le journal."


class NoSuchStep(RuleRefused):
    """Cause: the meeting is no longer in that state. Cure: reload the page."""

    i18n_domain = DOMAIN
    code = "no_such_step"
    template = "Ce passage n'est plus possible pour cette séance : rechargez la page."
