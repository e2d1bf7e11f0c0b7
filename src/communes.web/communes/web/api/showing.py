"""What the sections of a page show to the current user, ready for a template."""

from collections.abc import Sequence
from communes.core.public.keeping import kept
from communes.web.api import cards as listed
from communes.web.directory.listing import by_uids
from communes.web.directory.listing import Line
from communes.web.domain.card import Card
from communes.web.domain.pictures import Crop
from communes.web.domain.sections.checks import embed_of
from communes.web.domain.sections.kinds import External
from communes.web.domain.sections.kinds import Slide
from communes.web.domain.sections.kinds import Video
from communes.web.domain.sections.record import Section
from communes.web.domain.showing import Shown
from communes.web.domain.showing import shown
from communes.web.interfaces import ISectionSource
from communes.web.storage.children import File
from communes.web.storage.children import files_in
from communes.web.storage.children import picture_in
from communes.web.storage.leading import leading_url
from communes.web.storage.leading import plain
from communes.web.storage.pictures import pictures_in
from communes.web.storage.settings import settings_of
from dataclasses import dataclass
from dataclasses import field
from datetime import datetime
from plone import api
from typing import Any
from urllib.parse import urlsplit
from zope.component import queryMultiAdapter


#: Their content changes by the clock alone.
MOVING = frozenset({"contact", "events", "news"})


@dataclass(frozen=True)
class Body:
    """A section and what it shows; ``host`` is whom a click asks for the rest.

    ``more`` is the address of the list that the section shows the first of.
    """

    section: Section
    background: Shown | None = None
    picture: Shown | None = None
    pictures: tuple[tuple[Shown, str], ...] = ()
    files: tuple[File, ...] = ()
    cards: tuple[Card, ...] = ()
    contacts: tuple[Line, ...] = ()
    slides: tuple[tuple[Slide, Shown | None], ...] = ()
    entrances: tuple[tuple[str, str], ...] = ()
    host: str = ""
    more: str = ""
    tags: tuple[str, ...] = field(default=())

    @property
    def is_empty(self) -> bool:
        """Whether the section has nothing to show to citizens."""
        kind = self.section.kind
        gathered = {
            "files": self.files, "gallery": self.pictures, "contact": self.contacts,
            "slides": self.slides, "links": getattr(self.section.holds, "links", ()),
            "video": self.host, "external": self.host,
            **dict.fromkeys(("news", "events", "collection", "selection", "quick",
                             "publications"), self.cards),
        }  # fmt: skip
        return kind in gathered and not gathered[kind]


def bodies(
    page: Any, sections: Sequence[Section], request: Any, now: datetime
) -> tuple[Body, ...]:
    """Return what the sections of a page show to the current user, in order."""
    return tuple(_body(page, one, request, now) for one in sections)


def leading_shared(obj: Any) -> str:
    """Return the address of the picture that networks show of a content, or nothing."""
    return leading_url(obj)


def player_of(section: Section) -> str:
    """Return the address a click opens: of a video's player or of an allowed page."""
    held = section.holds
    if isinstance(held, Video):
        return embed_of(held.url)
    return held.url if isinstance(held, External) else ""


def _body(page: Any, section: Section, request: Any, now: datetime) -> Body:
    held, kind = section.holds, section.kind
    values: dict[str, Any] = {}
    if kind in ("text", "hero"):
        values["picture"] = _picture(page, held.picture)
    elif kind == "files":
        values["files"] = tuple(files_in(page, held.files))
    elif kind == "gallery":
        values["pictures"] = tuple(_gallery(page, section))
    elif kind == "slides":
        found = [(one, _picture(page, one.picture)) for one in held.slides]
        values["slides"] = tuple(found)
    elif kind in ("contact", "map"):
        lines = by_uids(page, held.entries) if held.entries else []
        order = {uid: place for place, uid in enumerate(held.entries)}
        lines.sort(key=lambda one: order.get(one.uid, len(order)))
        values["contacts"] = tuple(lines)
    elif kind == "entrances":
        values["entrances"] = _entrances(held.by)
    elif kind in ("video", "external"):
        values["host"] = urlsplit(player_of(section)).hostname or ""
    else:
        values["cards"] = tuple(_cards(page, section, request, now))
        values["more"] = _more(section)
    tags = [one.uid for one in values.get("cards", ()) if one.uid]
    tags += [one.uid for one in values.get("contacts", ())]
    background = _picture(page, section.background_picture)
    return Body(section, background, tags=tuple(tags), **values)


def _cards(page: Any, section: Section, request: Any, now: datetime) -> list[Card]:
    site = api.portal.get()
    found = kept(
        site,
        ("web.cards", section.kind, section.holds),
        lambda: _listed(section, now),
    )
    if found is not None:
        return found
    source = queryMultiAdapter((page, request), ISectionSource, name=section.kind)
    return list(source.cards(section)) if source is not None else []


def _listed(section: Section, now: datetime) -> list[Card] | None:
    """Return the cards of a section of ours; None for one of another solution."""
    held = section.holds
    if section.kind == "news":
        return listed.news_cards(held.folders, held.categories, held.most, now)
    if section.kind == "events":
        return listed.event_cards(held.agendas, held.categories, held.most, now)
    if section.kind == "collection":
        return listed.collected(
            held.types, held.categories, held.audiences, held.order, held.most
        )
    if section.kind == "selection":
        return listed.chosen(held.contents)
    if section.kind == "quick":
        return listed.chosen(held.services)
    return None


def _gallery(page: Any, section: Section) -> list[tuple[Shown, str]]:
    held = section.holds
    if held.album:
        found = _album_pictures(held.album)
    elif held.pictures:
        known = {one.getId(): one for one in pictures_in(page)}
        found = [known[name] for name in held.pictures if name in known]
    else:
        found = pictures_in(page)
    return [(_shown(one, Crop.SQUARE), one.title) for one in found if one.image]


def _album_pictures(uid: str) -> list[Any]:
    found = api.content.find(UID=uid, portal_type="communes.web.Album")
    return pictures_in(found[0].getObject()) if found else []


def _picture(page: Any, name: str) -> Shown | None:
    found = picture_in(page, name)
    return None if found is None else _shown(found, None)


def _shown(picture: Any, crop: Crop | None) -> Shown:
    return shown(picture.absolute_url(), plain(picture), crop)


def _entrances(by: str) -> tuple[tuple[str, str], ...]:
    settings = settings_of(api.portal.get())
    rows: Sequence[Any] = settings.audiences
    if by == "category":
        rows = [one for one in settings.categories if not one.parent]
    return tuple((one.id, one.title) for one in rows)


def _more(section: Section) -> str:
    """Return where all news or events are: in the one place named, or on the site."""
    pages = {"news": ("folders", "nouvelles"), "events": ("agendas", "evenements")}
    if section.kind not in pages:
        return ""
    name, page = pages[section.kind]
    places = listed.chosen(getattr(section.holds, name))
    if len(places) == 1:
        return places[0].url
    return f"{api.portal.get().absolute_url()}/{page}"
