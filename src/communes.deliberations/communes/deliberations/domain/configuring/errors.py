"""Why settings are not taken."""

from communes.core.errors.domain import InvalidInput
from communes.core.errors.domain import RuleRefused
from communes.deliberations.domain.errors import I18N_DOMAIN


class UnknownSetting(InvalidInput):
    """There is no setting of that name. Cure: use one that is listed."""

    code = "unknown_setting"
    template = "Le réglage « ${name} » n'existe pas : prenez-en un de la liste."
    i18n_domain = I18N_DOMAIN


class SettingsRefused(RuleRefused):
    """The settings contradict each other or the law. Cure: stands in each reason."""

    code = "settings_refused"
    template = "Ces réglages ne vont pas ensemble."
    i18n_domain = I18N_DOMAIN
