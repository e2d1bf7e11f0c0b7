"""The refusals of the advices, each with its cause and its cure."""

from communes.core.errors.domain import InvalidInput
from communes.core.errors.domain import RuleRefused
from communes.deliberations.domain.errors import I18N_DOMAIN


class AdviceRefused(RuleRefused):
    """What is asked of an advice is not possible now; the reasons say why."""

    code = "advice_refused"
    template = "Cela n'est pas possible pour cet avis."
    i18n_domain = I18N_DOMAIN


class UnknownAdviser(InvalidInput):
    """An advice is asked of a service that advises nobody here.

    Cure: choose one of the advisers the assembly knows.
    """

    code = "unknown_adviser"
    template = (
        "« ${name} » ne rend pas d'avis à cette assemblée ; possibles : ${expected}."
    )
    i18n_domain = I18N_DOMAIN


class UnknownAdviceKind(InvalidInput):
    """An advice of a kind the assembly does not use. Cure: choose a listed one."""

    code = "unknown_advice_kind"
    template = "Le type d'avis « ${name} » n'existe pas ici ; possibles : ${expected}."
    i18n_domain = I18N_DOMAIN


class UnknownAdviceRow(InvalidInput):
    """A delay that is no variant of this advice's. Cure: choose a listed one."""

    code = "unknown_advice_row"
    template = (
        "Le délai « ${name} » n'existe pas pour cet avis ; possibles : ${expected}."
    )
    i18n_domain = I18N_DOMAIN


class UnknownAdviceAct(InvalidInput):
    """Something is to be done with an advice that nobody does. Cure: a listed act."""

    code = "unknown_advice_act"
    template = "« ${name} » ne se fait pas sur un avis ; possibles : ${expected}."
    i18n_domain = I18N_DOMAIN
