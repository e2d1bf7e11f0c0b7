"""The door to what the site gives to reuse."""

from communes.web.domain.formats.dcat import Dataset
from communes.web.domain.formats.dcat import File
from communes.web.storage.public_map import Address
from communes.web.storage.public_map import public_addresses
from plone import api


_FORMS = {
    "ics": ("iCalendar", "text/calendar", "ICS"),
    "geojson": ("GeoJSON", "application/geo+json", "GEOJSON"),
    "vcf": ("vCard", "text/vcard", "VCARD"),
    "csv": ("CSV", "text/csv", "CSV"),
    "atom": ("Atom", "application/atom+xml", "ATOM"),
    "rss": ("RSS", "application/rss+xml", "RSS"),
    "jsonld": ("JSON-LD (CPSV-AP)", "application/ld+json", "JSON_LD"),
    "ttl": ("Turtle (CPSV-AP)", "text/turtle", "RDF_TURTLE"),
}


def datasets() -> tuple[Dataset, ...]:
    """Return the lists of the site that hold something anybody may read, with forms."""
    base = api.portal.get().absolute_url()
    by_kind: dict[str, list[Address]] = {}
    for one in public_addresses():
        by_kind.setdefault(one.kind, []).append(one)
    found = [
        _dataset(
            f"annuaire-{number}",
            one.title,
            "Services, commerces, santé et associations : adresses et heures.",
            by_kind.get("Entry", [one]),
            [f"{one.url}/fiches.{end}" for end in ("geojson", "csv", "vcf")],
        )
        for number, one in enumerate(by_kind.get("Directory", ()), 1)
    ]
    lists = (
        ("agenda", "Agenda", "Les événements, avec leurs récurrences.", "Event",
         ("evenements.ics",)),
        ("actualites", "Actualités", "Les actualités, les dernières d'abord.", "News",
         ("actualites.atom", "actualites.rss")),
        ("demarches", "Démarches", "Les services rendus aux citoyens.", "Service",
         ("guide-des-demarches.jsonld", "guide-des-demarches.ttl")),
    )  # fmt: skip
    for id, title, about, kind, files in lists:
        if kind in by_kind:
            urls = [f"{base}/{name}" for name in files]
            found.append(_dataset(id, title, about, by_kind[kind], urls))
    return tuple(found)


def _dataset(
    id: str, title: str, about: str, shown: list[Address], urls: list[str]
) -> Dataset:
    files = []
    for url in urls:
        name, media_type, kind = _FORMS[url.rpartition(".")[2]]
        files.append(File(url, name, media_type, kind))
    modified = max(one.modified for one in shown)
    return Dataset(id, title, about, modified, tuple(files))
