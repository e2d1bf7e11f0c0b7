"""The refusals of the strategic programme, each with its cause and its cure."""

from collections.abc import Iterable
from communes.core.errors.domain import InvalidInput
from communes.core.errors.domain import Missing
from communes.core.errors.domain import Reason
from communes.core.errors.domain import RuleRefused


I18N_DOMAIN = "communes.pst"


def because(code: str, template: str, **values: object) -> Reason:
    """Return a reason whose sentence is translated in our own catalogue."""
    return Reason(code, template, values, I18N_DOMAIN)


def once(reasons: Iterable[Reason]) -> tuple[Reason, ...]:
    """Return each reason once, in the order they first come."""
    return tuple({str(one): one for one in reasons}.values())


class UnknownElement(Missing):
    """The programme has no element of that id. Cure: reload the page."""

    code = "unknown_element"
    template = "L'élément « ${id} » n'existe pas dans ce programme : rechargez la page."
    i18n_domain = I18N_DOMAIN


class TreeRefused(RuleRefused):
    """Elements do not make a tree: the reasons name each one at fault."""

    code = "tree_refused"
    template = "La structure du programme n'est pas cohérente."
    i18n_domain = I18N_DOMAIN


class PlaceRefused(RuleRefused):
    """An element may not stand there; the reasons say why and where it may."""

    code = "place_refused"
    template = "Cet élément ne peut pas être placé ici."
    i18n_domain = I18N_DOMAIN


class StepRefused(RuleRefused):
    """A step may not be taken now; the reasons say what is missing."""

    code = "step_refused"
    template = "Cette étape n'est pas possible maintenant."
    i18n_domain = I18N_DOMAIN


class InvalidValue(InvalidInput):
    """A value is not of the list or the range of its field. Cure: in the sentence."""

    code = "invalid_value"
    template = "« ${value} » n'est pas valable : ${expected}."
    i18n_domain = I18N_DOMAIN
