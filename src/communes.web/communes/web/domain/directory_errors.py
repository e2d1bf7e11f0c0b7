"""Why the directory does not do what is asked."""

from communes.core.errors.domain import InvalidInput
from communes.core.errors.domain import Missing
from communes.core.errors.domain import RuleRefused
from communes.core.errors.domain import TooMany


DOMAIN = "communes.web"


class NotEmptyEntry(RuleRefused):
    """Cause: other entries stand in this one. Cure: move or delete them first."""

    i18n_domain = DOMAIN
    code = "web_entry_not_empty"
    template = (
        "« ${name} » contient d'autres fiches : déplacez-les ou supprimez-les d'abord."
    )


class NoSuchEntry(Missing):
    """Cause: the directory has no such entry, or not for this person."""

    i18n_domain = DOMAIN
    code = "web_entry_unknown"
    template = "Cette fiche n'existe pas dans cet annuaire, ou vous ne la voyez pas."


class NoSuchService(Missing):
    """Cause: the site has no such sheet, or not for this person."""

    i18n_domain = DOMAIN
    code = "web_service_unknown"
    template = "Cette démarche n'existe pas, ou vous ne la voyez pas."


class NoSuchClaim(Missing):
    """Cause: somebody has decided on that proposal already. Cure: reload."""

    i18n_domain = DOMAIN
    code = "web_claim_unknown"
    template = "Cette proposition n'attend plus : quelqu'un l'a déjà traitée."


class LinkRefused(InvalidInput):
    """Cause: a link of a letter that was cut, or is too old. Cure: ask another."""

    i18n_domain = DOMAIN
    code = "web_link_refused"
    template = (
        "Ce lien n'est pas valable ou a expiré : ouvrez-le en entier depuis votre "
        "message, ou demandez-en un nouveau."
    )


class NothingProposed(InvalidInput):
    """Cause: the proposal changes nothing. Cure: correct what is wrong, then send."""

    i18n_domain = DOMAIN
    code = "web_nothing_proposed"
    template = "Vous n'avez rien changé : corrigez ce qui ne va pas, puis envoyez."


class NoFileGiven(InvalidInput):
    """Cause: no file was chosen. Cure: choose one."""

    i18n_domain = DOMAIN
    code = "web_no_file"
    template = "Choisissez un fichier avant de le joindre."


class TooManyClaims(TooMany):
    """Cause: more proposals wait than anybody reads. Cure: later."""

    i18n_domain = DOMAIN
    code = "web_too_many_claims"
    template = (
        "Trop de propositions attendent déjà : réessayez dans quelques jours, ou "
        "téléphonez à la commune."
    )
