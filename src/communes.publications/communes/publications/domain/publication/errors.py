"""Why a publication is not what was asked, or may not go on."""

from communes.core.errors.domain import Conflict
from communes.core.errors.domain import InvalidInput
from communes.core.errors.domain import Missing
from communes.core.errors.domain import NotAllowed
from communes.core.errors.domain import RuleRefused
from communes.publications.domain.errors import DOMAIN


class MayNotPublish(NotAllowed):
    """Cause: the person has not the role the step asks for. Cure: ask who has."""

    i18n_domain = DOMAIN
    code = "publication_not_allowed"
    template = (
        "Vous ne pouvez pas faire cette opération : demandez-la au gestionnaire des "
        "publications de l'institution."
    )


class StepImpossible(Conflict):
    """Cause: the publication is in another state meanwhile. Cure: reload the page."""

    i18n_domain = DOMAIN
    code = "publication_step_impossible"
    template = (
        "« ${step} » n'est pas possible pour une publication à l'état « ${state} » : "
        "rechargez la page."
    )


class NotYet(RuleRefused):
    """Cause: something is missing before the step. Cure: each reason names it."""

    i18n_domain = DOMAIN
    code = "publication_not_yet"
    template = "La publication ne peut pas encore avancer."


class PlanRefused(InvalidInput):
    """Cause: the moment is missing or past. Cure: name one to come."""

    i18n_domain = DOMAIN
    code = "publication_plan_refused"
    template = (
        "On ne planifie pas dans le passé : choisissez un moment après le ${now}."
    )


class ReasonMissing(InvalidInput):
    """Cause: a text is taken back without saying why. Cure: write the reason."""

    i18n_domain = DOMAIN
    code = "publication_reason_missing"
    template = (
        "Indiquez pourquoi le texte est dépublié : le registre et la vérification de "
        "la preuve le diront aux citoyens."
    )


class NoSuchShowing(Missing):
    """Cause: a publication was never shown under that number."""

    i18n_domain = DOMAIN
    code = "publication_version_missing"
    template = "La version « ${name} » de cette publication n'existe pas."


class NoProofYet(Missing):
    """Cause: the authority of time has not answered yet. Cure: come back later."""

    i18n_domain = DOMAIN
    code = "publication_proof_missing"
    template = (
        "La preuve de « ${name} » n'est pas encore disponible : l'autorité "
        "d'horodatage n'a pas encore répondu. Revenez dans quelques minutes."
    )
