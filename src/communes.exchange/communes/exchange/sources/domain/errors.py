"""Why a value of an authentic source is not given."""

from communes.core.errors.domain import InvalidInput
from communes.core.errors.domain import Missing
from communes.core.errors.domain import RuleRefused
from communes.exchange.messages.domain.errors import DOMAIN


class UnknownSource(Missing):
    """Cause: the commune has no source of that name. Cure: enable it in its file."""

    i18n_domain = DOMAIN
    code = "source_unknown"
    template = (
        "La source « ${name} » n'est pas ouverte ici : ajoutez-la aux sources de la "
        "table [exchange]."
    )


class NotInSource(Missing):
    """Cause: the source knows nothing of that key. Cure: check the key."""

    i18n_domain = DOMAIN
    code = "source_key_unknown"
    template = "« ${source} » ne connaît pas « ${key} » (lu le ${day})."


class NotReadYet(RuleRefused):
    """Cause: the value was never read; it is being asked for. Cure: come back soon."""

    i18n_domain = DOMAIN
    code = "source_not_read_yet"
    template = (
        "« ${key} » n'a pas encore été lu dans « ${source} » : la demande vient de "
        "partir, revenez dans un instant."
    )


class PurposeMissing(InvalidInput):
    """Cause: data of a person are asked for without a purpose. Cure: say which file.

    Source: GDPR, art. 5, § 1, b; law of 8 August 1983 (National Register), art. 17.
    """

    i18n_domain = DOMAIN
    code = "source_purpose_missing"
    template = (
        "Dites pour quel dossier ces données sont lues : le motif reste au journal."
    )


class KeyRefused(InvalidInput):
    """Cause: it can be no key of any source. Cure: one line, 200 signs at most."""

    i18n_domain = DOMAIN
    code = "source_key_refused"
    template = "Une clé compte de 1 à 200 signes, sur une seule ligne."
