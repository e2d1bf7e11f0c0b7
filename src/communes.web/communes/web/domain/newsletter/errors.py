"""Why a newsletter or an issue is not taken as it is."""

from communes.core.errors.domain import InvalidInput
from communes.core.errors.domain import Missing
from communes.core.errors.domain import RuleRefused
from communes.web.domain.errors import DOMAIN


class BadBlock(InvalidInput):
    """Cause: a part of an issue can not be shown. Cure: stands in the sentence."""

    i18n_domain = DOMAIN
    code = "web_bad_block"
    template = "Le bloc ${number} (« ${name} ») ne convient pas : ${problem}."


class BadTopics(InvalidInput):
    """Cause: a topic without name, or two of one name."""

    i18n_domain = DOMAIN
    code = "web_bad_topics"
    template = (
        "La liste des thèmes ne convient pas à « ${name} » : donnez à chacun un nom, "
        "une seule fois, trente au plus."
    )


class NotPublic(RuleRefused):
    """Cause: an issue shows what citizens may not read. Cure: publish it, or leave
    it out."""

    i18n_domain = DOMAIN
    code = "web_not_public"
    template = (
        "« ${name} » n'est pas public : publiez-le, ou retirez-le du numéro avant de "
        "l'envoyer."
    )


class NoReader(RuleRefused):
    """Cause: nobody would get the issue. Cure: wait for readers, drop topics."""

    i18n_domain = DOMAIN
    code = "web_no_reader"
    template = (
        "Personne ne recevrait « ${name} » : la lettre n'a pas encore d'abonné pour "
        "ces thèmes."
    )


class TooSoon(InvalidInput):
    """Cause: the moment of an issue is past. Cure: plan it later, or send it now."""

    i18n_domain = DOMAIN
    code = "web_too_soon"
    template = (
        "Le moment choisi pour « ${name} » est passé : choisissez-en un à venir, ou "
        "envoyez tout de suite."
    )


class NoSuchPerson(Missing):
    """Cause: the subscriber left meanwhile. Cure: reload."""

    i18n_domain = DOMAIN
    code = "web_no_such_subscriber"
    template = "L'abonné « ${name} » n'est plus sur la liste."


class BadFile(InvalidInput):
    """Cause: a file of addresses has no column of addresses, or too many lines."""

    i18n_domain = DOMAIN
    code = "web_bad_address_file"
    template = (
        "Le fichier ne se lit pas : envoyez un CSV dont la première ligne nomme une "
        "colonne « adresse », de ${most} lignes au plus."
    )
