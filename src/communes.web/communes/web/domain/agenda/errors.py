"""Why an agenda or an event is not taken as it is."""

from communes.core.errors.domain import InvalidInput
from communes.core.errors.domain import RuleRefused
from communes.web.domain.errors import DOMAIN


class NotEmptyBranch(RuleRefused):
    """Cause: an agenda or a folder still holds something. Cure: empty it first."""

    i18n_domain = DOMAIN
    code = "web_not_empty_branch"
    template = (
        "« ${name} » contient encore ${count} élément(s) : déplacez-les ou "
        "supprimez-les d'abord."
    )


class UnknownSource(InvalidInput):
    """Cause: what should feed an agenda or a folder is none. Cure: choose one."""

    i18n_domain = DOMAIN
    code = "web_unknown_source"
    template = "« ${name} » ne peut pas alimenter « ${what} » : choisissez-en un autre."


class NoSuchTime(InvalidInput):
    """Cause: a moment at which an event does not take place. Cure: take one of its."""

    i18n_domain = DOMAIN
    code = "web_no_such_time"
    template = "« ${name} » n'a pas lieu le ${day} : choisissez une de ses dates."
