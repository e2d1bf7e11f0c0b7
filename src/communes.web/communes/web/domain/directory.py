"""An entry of the directory, and what of it is for everybody."""

from communes.web.domain.contact import Address
from communes.web.domain.contact import checked_enterprise_number
from communes.web.domain.contact import Link
from communes.web.domain.contact import Mail
from communes.web.domain.contact import Phone
from communes.web.domain.contact import Place
from communes.web.domain.schedule.record import OpeningHours
from dataclasses import dataclass
from dataclasses import field
from dataclasses import replace
from datetime import date
from datetime import datetime
from enum import StrEnum


class EntryKind(StrEnum):
    """What stands in the directory: a body, a post somebody holds, or a task."""

    ORGANISATION = "organisation"
    FUNCTION = "function"
    MISSION = "mission"


class Facility(StrEnum):
    """What one finds at a place, each a layer of the map."""

    ACCESS = "wheelchair_access"
    DEFIBRILLATOR = "defibrillator"
    DRINKING_WATER = "drinking_water"
    USEFUL_NUMBERS = "useful_numbers"
    TOILETS = "public_toilets"
    WIFI = "wifi"
    GLASS = "glass_container"
    CLOTHES = "clothes_container"
    RECYCLING_CENTRE = "recycling_centre"
    CHARGING = "charging_station"
    ORGANIC = "organic_container"
    RESIDUAL = "residual_container"
    PACKAGING = "packaging_container"


@dataclass(frozen=True)
class PrivateData:
    """What only those with a right of their own may read.

    ``keeper`` is the address asked once a year whether the entry is still right.
    """

    phones: tuple[Phone, ...] = ()
    mails: tuple[Mail, ...] = ()
    links: tuple[Link, ...] = ()
    note: str = ""
    keeper: str = ""

    def __post_init__(self) -> None:
        if self.keeper:
            Mail(self.keeper)


@dataclass(frozen=True)
class Entity:
    """A commune whose entries a directory holds; its postcodes are four digits."""

    id: str
    title: str
    postcodes: tuple[str, ...] = ()


@dataclass(frozen=True)
class DirectoryEntry:
    """``parent`` is the entry it is inside of; ``entity`` the commune that keeps it.

    ``shown_in`` are other communes that show it. ``enterprise_number`` has ten digits.
    """

    id: str
    title: str
    modified: datetime
    kind: EntryKind = EntryKind.ORGANISATION
    subtitle: str = ""
    description: str = ""
    enterprise_number: str = ""
    phones: tuple[Phone, ...] = ()
    mails: tuple[Mail, ...] = ()
    links: tuple[Link, ...] = ()
    private: PrivateData = field(default_factory=PrivateData)
    address: Address = field(default_factory=Address)
    place: Place | None = None
    categories: tuple[str, ...] = ()
    facilities: tuple[Facility, ...] = ()
    hours: OpeningHours = field(default_factory=OpeningHours)
    parent: str = ""
    entity: str = ""
    shown_in: tuple[str, ...] = ()
    confirmed_on: date | None = None

    def __post_init__(self) -> None:
        if self.enterprise_number:
            checked_enterprise_number(self.enterprise_number)

    def public(self) -> "DirectoryEntry":
        """Return the entry as anybody may have it."""
        return replace(self, private=PrivateData())


def confirmation_due(entry: DirectoryEntry, today: date) -> bool:
    """Tell whether to ask « vos données sont-elles à jour ? »: a year after the last.

    An entry that nobody confirmed counts from its last change.
    """
    since = entry.confirmed_on or entry.modified.date()
    return today >= _a_year_after(since)


def _a_year_after(day: date) -> date:
    leap = (day.month, day.day) == (2, 29)
    return date(day.year + 1, 3, 1) if leap else day.replace(year=day.year + 1)
