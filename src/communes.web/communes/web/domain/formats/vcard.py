"""Entries of the directory for address books: vCard 4.0 (RFC 6350)."""

from collections.abc import Iterable
from collections.abc import Iterator
from communes.core.formats.domain.content_lines import document
from communes.core.formats.domain.content_lines import escaped
from communes.core.formats.domain.content_lines import escaped_lines
from communes.core.formats.domain.content_lines import utc_text
from communes.core.formats.domain.plain import plain
from communes.web.domain.directory import DirectoryEntry
from communes.web.domain.directory import EntryKind
from communes.web.domain.formats.site import Site


_PHONES = {"work": "work,voice", "home": "home,voice", "cell": "cell", "fax": "fax"}


def vcards(entries: Iterable[DirectoryEntry], site: Site) -> bytes:
    """Return the public part of entries as cards, one after the other."""
    return document(line for one in entries for line in _card(one.public(), site))


def _card(entry: DirectoryEntry, site: Site) -> Iterator[str]:
    url = site.url("directory", entry.id)
    yield "BEGIN:VCARD"
    yield "VERSION:4.0"
    organisation = entry.kind is EntryKind.ORGANISATION
    yield f"KIND:{'org' if organisation else 'individual'}"
    yield f"UID:{url}"
    yield f"REV:{utc_text(entry.modified)}"
    yield f"FN:{escaped(entry.title) or escaped(entry.id)}"
    if organisation:
        yield f"ORG:{escaped(entry.title)}"
    elif entry.subtitle:
        yield f"TITLE:{escaped(entry.subtitle)}"
    for phone in entry.phones:
        kinds = _PHONES.get(phone.kind, "voice")
        shown = f'"{kinds}"' if "," in kinds else kinds
        yield f"TEL;VALUE=uri;TYPE={shown}:tel:{phone.number}"
    for mail in entry.mails:
        yield f"EMAIL:{escaped(mail.address)}"
    yield f"URL:{url}"
    for link in entry.links:
        yield f"URL:{link.url}"
    place = entry.address
    if place.line:
        street = f"{place.street} {place.number}".strip()
        parts = ("", "", street, place.town, "", place.postcode, place.country)
        yield f"ADR;TYPE=work:{';'.join(escaped(part) for part in parts)}"
    if entry.place:
        yield f"GEO:geo:{entry.place.latitude:.6f},{entry.place.longitude:.6f}"
    if entry.categories:
        yield f"CATEGORIES:{','.join(escaped(one) for one in entry.categories)}"
    if entry.description:
        yield f"NOTE:{escaped_lines(plain(entry.description))}"
    yield "END:VCARD"
