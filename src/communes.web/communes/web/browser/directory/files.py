"""The directory as files, of what anybody may read and of nothing else."""

from collections.abc import Iterable
from collections.abc import Iterator
from communes.core.dashboards.exports.api import FORMATS
from communes.core.dashboards.exports.api import make
from communes.core.dashboards.exports.domain import Table
from communes.core.public.page import PublicPage
from communes.web.api.address import site_named
from communes.web.browser.directory import words
from communes.web.browser.directory.list import wanted_of
from communes.web.directory import api as door
from communes.web.directory import listing
from communes.web.domain.clock import BRUSSELS
from communes.web.domain.directory import DirectoryEntry
from communes.web.domain.directory import Facility
from communes.web.domain.formats.geojson import features
from communes.web.domain.formats.vcard import vcards
from communes.web.domain.phone import spoken
from communes.web.i18n import _
from dataclasses import replace
from datetime import datetime
from functools import cached_property
import json
from typing import Any


HEADS = (
    _("label_name", default="Nom"),
    _("row_kind", default="Genre"),
    _("label_subtitle", default="Sous-titre"),
    _("label_sorts", default="Catégories"),
    _("label_street", default="Rue"),
    _("label_number", default="Numéro"),
    _("label_postcode", default="Code postal"),
    _("label_town", default="Localité"),
    _("label_phones", default="Téléphones"),
    _("label_mails", default="Adresses électroniques"),
    _("label_links", default="Sites et réseaux"),
    _("label_enterprise", default="Numéro d'entreprise ou de TVA"),
    _("label_facilities", default="Ce qu'on y trouve"),
    _("label_latitude", default="Latitude"),
    _("label_longitude", default="Longitude"),
    _("column_entry_address", default="Adresse de la fiche"),
)


class DirectoryFile(PublicPage):
    """The entries that the address asks for, in one format; open to every site."""

    content_type = ""
    extension = ""

    @cached_property
    def lines(self) -> list[listing.Line]:
        wanted = wanted_of(self.request.form, published=True)
        return listing.find(self.context, wanted, datetime.now(BRUSSELS))

    @property
    def entries(self) -> list[DirectoryEntry]:
        """The public part of the entries, their categories by name."""
        known = {one.id: one.title for one in door.categories(self.context)}
        return [named(one.record, known) for one in self.lines]

    @property
    def kept_seconds(self) -> int:
        """What asks who is open is true for a moment only."""
        return 0 if self.request.form.get("ouvert") == "1" else 120

    @property
    def tags(self) -> list[str]:
        return [self.context.UID()]

    def template(self) -> bytes:
        response = self.request.response
        response.setHeader("Content-Type", self.content_type)
        response.setHeader("X-Content-Type-Options", "nosniff")
        response.setHeader("Access-Control-Allow-Origin", "*")
        name = f"{self.context.getId()}.{self.extension}"
        response.setHeader("Content-Disposition", f'attachment; filename="{name}"')
        return self.body()

    def body(self) -> bytes:
        """Return the file."""
        raise NotImplementedError


class DirectoryGeoJson(DirectoryFile):
    """``<directory>/fiches.geojson?equipement=``: one layer of a map, or all."""

    content_type = "application/geo+json"
    extension = "geojson"

    def body(self) -> bytes:
        asked = self.request.form.get("equipement")
        layer = Facility(asked) if asked in set(Facility) else None
        node = features(self.entries, site_named(), layer)
        return json.dumps(node, ensure_ascii=False).encode()


class DirectoryCards(DirectoryFile):
    """``<directory>/fiches.vcf``"""

    content_type = "text/vcard; charset=utf-8"
    extension = "vcf"

    def body(self) -> bytes:
        return vcards(self.entries, site_named())


class DirectoryTable(DirectoryFile):
    """``<directory>/fiches.csv``, ``.xlsx`` and ``.ods``: a formula is text there."""

    @property
    def extension(self) -> str:
        return str(self.__name__).rpartition(".")[2]

    @property
    def content_type(self) -> str:
        return FORMATS[self.extension].content_type

    def body(self) -> bytes:
        heads = tuple(words.said(one) for one in HEADS)
        rows = table_rows(zip(self.entries, self.lines, strict=True))
        return make(self.extension, Table(self.context.title, heads, rows))


class EntryCard(PublicPage):
    """``<entry>/carte.vcf``"""

    def template(self) -> bytes:
        response = self.request.response
        response.setHeader("Content-Type", "text/vcard; charset=utf-8")
        response.setHeader("X-Content-Type-Options", "nosniff")
        name = f"{self.context.getId()}.vcf"
        response.setHeader("Content-Disposition", f'attachment; filename="{name}"')
        directory = door.directory_above(self.context)
        known = {one.id: one.title for one in door.categories(directory)}
        return vcards([named(door.read_entry(self.context), known)], site_named())


def named(entry: DirectoryEntry, known: dict[str, str]) -> DirectoryEntry:
    """Return an entry whose categories are called by their titles."""
    titles = tuple(known[id] for id in entry.categories if id in known)
    return replace(entry.public(), categories=titles)


def table_rows(
    found: Iterable[tuple[DirectoryEntry, listing.Line]],
) -> Iterator[tuple[Any, ...]]:
    """Yield the rows of a table, as long as ``HEADS``."""
    for one, line in found:
        place = one.place
        yield (
            one.title,
            words.said(words.KINDS[one.kind]),
            one.subtitle,
            ", ".join(one.categories),
            one.address.street,
            one.address.number,
            one.address.postcode,
            one.address.town,
            ", ".join(spoken(each.number) for each in one.phones),
            ", ".join(each.address for each in one.mails),
            ", ".join(each.url for each in one.links),
            one.enterprise_number,
            ", ".join(words.said(words.FACILITIES[each]) for each in one.facilities),
            place.latitude if place else None,
            place.longitude if place else None,
            line.url,
        )
