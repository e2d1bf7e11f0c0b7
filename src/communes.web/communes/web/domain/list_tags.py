"""The names of lists, by which a proxy forgets the pages that show one.

A page that shows a content carries its UID; one that shows a list carries the name of
the list too, so that it is forgotten for what is new in it.
"""

FRAME = "web-frame"
SITE_MAP = "sitemap"
OPEN_DATA = "open-data"
COLLECTIONS = "web-collections"
NEWS, EVENTS, SERVICES = "web-news", "web-events", "services"

#: Kind of a section -> the lists it shows.
SHOWN_BY = {
    "news": (NEWS,),
    "events": (EVENTS,),
    "quick": (SERVICES,),
    "collection": (COLLECTIONS,),
    "selection": (COLLECTIONS,),
    "publications": ("portal",),
}
#: Last part of a type -> the lists a content of it is in, beside those of its place.
LISTED_IN = {
    "Alert": (FRAME,),
    "Agenda": (FRAME, EVENTS),
    "Directory": (FRAME, OPEN_DATA),
    "Entry": (OPEN_DATA, COLLECTIONS),
    "Event": (EVENTS, OPEN_DATA, COLLECTIONS),
    "Folder": (FRAME,),
    "News": (NEWS, OPEN_DATA, COLLECTIONS),
    "NewsFolder": (FRAME, NEWS),
    "Newsletter": (FRAME,),
    "Page": (FRAME, COLLECTIONS),
    "Service": (SERVICES, OPEN_DATA, COLLECTIONS),
    "Album": (COLLECTIONS,),
}


def shown_by(kinds: tuple[str, ...]) -> tuple[str, ...]:
    """Return the lists that sections of these kinds show, each once."""
    found = (tag for kind in kinds for tag in SHOWN_BY.get(kind, ()))
    return tuple(dict.fromkeys(found))


def forgotten_with(portal_type: str, uids: tuple[str, ...]) -> tuple[str, ...]:
    """Return what a proxy forgets when a content of a type changes.

    :param uids: of the content, then of each place above it.
    """
    name = portal_type.rpartition(".")[2]
    lists = LISTED_IN.get(name, ())
    return (*uids, *lists, *((SITE_MAP,) if lists else ()))
