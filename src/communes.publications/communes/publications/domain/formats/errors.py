"""Why a question to the open data can not be answered."""

from communes.core.errors.domain import InvalidInput
from communes.core.errors.domain import Missing


DOMAIN = "communes.publications"


class FilterUnreadable(InvalidInput):
    """Cause: a parameter of a list of open data is no moment, or no page.

    Cure: send an ISO 8601 moment with its time zone, or a page from 1.
    """

    i18n_domain = DOMAIN
    code = "open_data_filter"
    template = (
        "Le paramètre « ${name} » ne peut pas être « ${value} » : donnez un moment ISO "
        "8601 avec son fuseau horaire, ou pour « page » un nombre à partir de 1."
    )


class NotOpen(Missing):
    """Cause: nothing public stands at this address, or not in this form.

    Cure: take the address from a list, or another form of it.
    """

    i18n_domain = DOMAIN
    code = "open_data_missing"
    template = "Rien de public ne se trouve à cette adresse, ou pas sous cette forme."
