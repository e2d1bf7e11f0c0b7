"""Why a public form is not taken."""

from communes.core.errors.domain import InvalidInput
from communes.core.errors.domain import RuleRefused
from communes.core.errors.domain import TooMany


class TooOften(TooMany):
    """Cause: one address sent more than a person does. Cure: wait as long as said."""

    code = "form_too_often"
    template = (
        "Trop d'envois ont été faits depuis votre connexion : réessayez dans "
        "${minutes} minute(s)."
    )


class TooFast(RuleRefused):
    """Cause: the form came back before a person could read it. Cure: send it again."""

    code = "form_too_fast"
    template = (
        "Le formulaire est revenu plus vite qu'on ne peut le lire : vérifiez vos "
        "réponses et envoyez-le à nouveau."
    )


class TooOld(RuleRefused):
    """Cause: the page was opened long ago, or its address was copied. Cure: reload."""

    code = "form_too_old"
    template = (
        "Cette page est ouverte depuis trop longtemps : vérifiez vos réponses et "
        "envoyez le formulaire à nouveau."
    )


class LooksLikeMachine(InvalidInput):
    """Cause: a box that people do not see was filled in. Cure: leave it empty."""

    code = "form_by_machine"
    template = (
        "Le formulaire a été rempli par un programme : laissez vide la case qui le "
        "demande."
    )
