"""One of each thing a commune publishes, with hostile signs in it."""

from communes.web.domain.agenda.event import Event
from communes.web.domain.contact import Address
from communes.web.domain.contact import Link
from communes.web.domain.contact import Mail
from communes.web.domain.contact import Phone
from communes.web.domain.contact import Place
from communes.web.domain.directory import DirectoryEntry
from communes.web.domain.directory import Facility
from communes.web.domain.directory import PrivateData
from communes.web.domain.formats.site import Site
from communes.web.domain.news import News
from communes.web.domain.schedule.record import DayHours
from communes.web.domain.schedule.record import OpeningHours
from communes.web.domain.schedule.record import read_interval
from communes.web.domain.schedule.record import Schedule
from communes.web.domain.schedule.record import SpecialDays
from communes.web.domain.service import Authority
from communes.web.domain.service import Channel
from communes.web.domain.service import Cost
from communes.web.domain.service import Named
from communes.web.domain.service import ServiceSheet
from datetime import date
from datetime import datetime
from datetime import timedelta
from datetime import UTC
from decimal import Decimal


NOW = datetime(2026, 11, 23, 8, tzinfo=UTC)
SITE = Site("https://www.valmont.example", "Valmont-sur-Lesse", "99901", "data@x.be")
HOSTILE = 'Fête ; « A, B » \\ <script>&"'
SECRET = "+32470999888"
ADDRESS = Address("Rue Haute, bte 2", "3", "5500", "Dinant")
HOURS = OpeningHours(
    (
        Schedule(
            "Horaire",
            (
                DayHours((read_interval("08:30-12:00"), read_interval("13:30-24:00"))),
                *(DayHours(),) * 6,
            ),
            date(2026, 1, 1),
        ),
    ),
    (SpecialDays(date(2026, 12, 24), date(2026, 12, 31), "Fêtes"),),
)


def event(**more):
    kept = {
        "id": "marche",
        "title": HOSTILE,
        "starts": datetime(2026, 10, 18, 8),
        "ends": datetime(2026, 10, 18, 13, 30),
        "modified": NOW,
        "description": "<p>Un</p><p>Deux; trois</p>",
        "location": "Place, du Bailli",
        "address": ADDRESS,
        "place": Place(50.26, 4.91),
        "categories": ("Brocante, marché", "Fête"),
    }
    return Event(**{**kept, **more})


def entry(**more):
    kept = {
        "id": "boulangerie",
        "title": HOSTILE,
        "modified": NOW,
        "phones": (Phone("+3282123456"), Phone("+32470111222", kind="cell")),
        "mails": (Mail("pain@exemple.be"),),
        "links": (Link("https://pain.example/a,b;c"),),
        "private": PrivateData((Phone(SECRET),), note="Ne pas donner"),
        "address": ADDRESS,
        "place": Place(50.26, 4.91),
        "categories": ("Commerce",),
        "facilities": (Facility.WIFI,),
        "hours": HOURS,
        "description": "<p>Pains</p><p>Tartes</p>",
    }
    return DirectoryEntry(**{**kept, **more})


NEWS = News(
    "travaux", HOSTILE, NOW - timedelta(days=1), NOW, "<p>Dès lundi</p>", "",
    ("Travaux & voirie", "Communiqué"),
)  # fmt: skip
SHEET = ServiceSheet(
    "acte", HOSTILE, "<p>Copie d'un acte.</p>",
    Authority("population", "Population", "http://example.org/nis/99901"),
    conditions=(Named("majeur", "Être majeur"),),
    pieces=(Named("id", "Carte d'identité"),),
    results=(Named("copie", "Une copie"),),
    costs=(Cost("plein", Decimal("12.50"), "Par copie"),),
    delay=timedelta(days=5),
    rules=(Named("cc", "Code civil", "Livre 1er, titre II."),),
    channels=(Channel("web", "online", "https://guichet.example/acte"),),
)  # fmt: skip
