"""Ways to reach somebody, and places on earth, checked as they are typed."""

from communes.web.domain.errors import BadContact
from dataclasses import dataclass
import re


_PHONE = re.compile(r"\+[1-9]\d{6,14}")
_MAIL = re.compile(r"[^@\s<>]+@[^@\s<>]+\.[^@\s<>]{2,}")
_WEB = re.compile(r"https?://[^\s<>\"]+")


@dataclass(frozen=True)
class Phone:
    """A number as E.164 writes it; ``kind``: work, home, cell or fax."""

    number: str
    label: str = ""
    kind: str = "work"

    def __post_init__(self) -> None:
        _refuse_unless(_PHONE, "phones", self.number)


@dataclass(frozen=True)
class Mail:
    """An electronic address."""

    address: str
    label: str = ""

    def __post_init__(self) -> None:
        _refuse_unless(_MAIL, "mails", self.address)


@dataclass(frozen=True)
class Link:
    """An address on the web; ``kind``: website, or the name of a network."""

    url: str
    label: str = ""
    kind: str = "website"

    def __post_init__(self) -> None:
        _refuse_unless(_WEB, "links", self.url)


@dataclass(frozen=True)
class Address:
    """A postal address; ``country`` as ISO 3166-1 writes it."""

    street: str = ""
    number: str = ""
    postcode: str = ""
    town: str = ""
    country: str = "BE"

    @property
    def line(self) -> str:
        """The address on one line; empty without street and town."""
        street = f"{self.street} {self.number}".strip()
        town = f"{self.postcode} {self.town}".strip()
        return ", ".join(part for part in (street, town) if part)


@dataclass(frozen=True)
class Place:
    """A point of WGS 84, in degrees."""

    latitude: float
    longitude: float

    def __post_init__(self) -> None:
        # Written so that a "not a number" is refused too.
        if not (-90 <= self.latitude <= 90 and -180 <= self.longitude <= 180):
            value = f"{self.latitude}, {self.longitude}"
            raise BadContact(field="place", value=value)


def checked_enterprise_number(text: str) -> str:
    """Return the ten digits of an enterprise or VAT number, if they hold together.

    Source: the last two digits are 97 less the rest of the first eight by 97
    (Banque-Carrefour des Entreprises).

    :raises BadContact: they do not.
    """
    digits = re.sub(r"[\s.]|^BE", "", text.strip().upper())
    sound = re.fullmatch(r"[01]\d{9}", digits, re.ASCII)
    if not sound or 97 - int(digits[:8]) % 97 != int(digits[8:]):
        raise BadContact(field="enterprise_number", value=text[:40])
    return digits


def _refuse_unless(shape: re.Pattern[str], field: str, value: str) -> None:
    if not shape.fullmatch(value):
        raise BadContact(field=field, value=value[:80])
