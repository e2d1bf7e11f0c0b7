"""The directory on a map: GeoJSON (RFC 7946)."""

from collections.abc import Iterable
from communes.web.domain.directory import DirectoryEntry
from communes.web.domain.directory import Facility
from communes.web.domain.formats.site import Site


Node = dict[str, object]


def features(
    entries: Iterable[DirectoryEntry], site: Site, facility: Facility | None = None
) -> Node:
    """Return the public part of the entries that are somewhere.

    :param facility: only those that have it: one layer of the map.
    """
    found = [
        _feature(one.public(), site)
        for one in entries
        if one.place and (facility is None or facility in one.facilities)
    ]
    return {"type": "FeatureCollection", "features": found}


def _feature(entry: DirectoryEntry, site: Site) -> Node:
    place = entry.place
    # Longitude first (RFC 7946, 3.1.1); seven decimals are a centimetre.
    point = [round(place.longitude, 7), round(place.latitude, 7)] if place else []
    return {
        "type": "Feature",
        "id": entry.id,
        "geometry": {"type": "Point", "coordinates": point},
        "properties": {
            "name": entry.title,
            "kind": entry.kind.value,
            "address": entry.address.line,
            "phones": [one.number for one in entry.phones],
            "categories": list(entry.categories),
            "facilities": [one.value for one in entry.facilities],
            "url": site.url("directory", entry.id),
            "modified": entry.modified.isoformat(),
        },
    }
