"""Why an institution is not set as asked."""

from communes.core.errors.domain import InvalidInput
from communes.publications.i18n import DOMAIN


class InstitutionRefused(InvalidInput):
    """Cause: a setting can not be, or contradicts another. Cure: in the sentence."""

    i18n_domain = DOMAIN
    code = "institution_settings_refused"
    template = "${problem}"
