"""Days and files as forms bring them."""

from communes.core.errors.domain import InvalidInput
from communes.deliberations.domain.errors import I18N_DOMAIN
from datetime import date


#: A signed document of many pages, scanned in colour.
MOST_BYTES = 60_000_000


class NoDay(InvalidInput):
    """A text is no day. Cure: choose it in the calendar of the field."""

    code = "no_day"
    template = "« ${value} » n'est pas une date : choisissez-la dans le calendrier."
    i18n_domain = I18N_DOMAIN


class FileTooLarge(InvalidInput):
    """A file is too large. Cure: scan in grey, or with fewer dots."""

    code = "file_too_large"
    template = "Le fichier dépasse ${most} Mo : numérisez-le en niveaux de gris."
    i18n_domain = I18N_DOMAIN


def day_of(text: str, field: str, *, required: bool = True) -> date | None:
    """Return the day that a field of a form brings; None when it may be empty.

    :raises NoDay: it is none.
    """
    if not text and not required:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise NoDay(field=field, value=text) from None


def file_of(request: object, name: str) -> bytes | None:
    """Return the bytes of an uploaded file, None when none was chosen.

    :raises FileTooLarge: it is larger than a scan may be.
    """
    given = request.form.get(name)
    if given is None or not hasattr(given, "read"):
        return None
    data = given.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        raise FileTooLarge(field=name, most=MOST_BYTES // 1_000_000)
    return data or None
