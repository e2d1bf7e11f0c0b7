"""What a page made of sections hands to their macros."""

from collections.abc import Iterable
from collections.abc import Sequence
from communes.core.parts.domain.values import Action
from communes.core.parts.domain.values import Tag
from communes.core.parts.icons import icon
from communes.web.api.pages import sections
from communes.web.api.showing import bodies
from communes.web.api.showing import Body
from communes.web.api.showing import Line as Entry
from communes.web.api.showing import MOVING
from communes.web.browser.directory import words
from communes.web.browser.directory.opened import OpenedPage
from communes.web.domain.contact import Place
from communes.web.domain.list_tags import shown_by
from communes.web.domain.phone import spoken
from communes.web.domain.point_map import drawn
from communes.web.domain.point_map import Spot
from communes.web.domain.schedule.opening import answer_at
from communes.web.domain.schedule.record import OpeningHours
from communes.web.domain.sections.record import Section
from communes.web.i18n import _
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import urlencode


_OSM = "https://www.openstreetmap.org/?mlat={0}&mlon={1}#map=17/{0}/{1}"
_ROUTE = "https://www.openstreetmap.org/directions?to={0}%2C{1}"
#: How long the news and events of a page are the same, at the most.
_BEAT = 300


@dataclass(frozen=True)
class Row:
    """A way to reach somebody: what it is, its words, and what a press on it does."""

    words: str
    url: str = ""
    term: str = ""


@dataclass(frozen=True)
class Contact:
    """What a section says of an entry of the directory."""

    rows: tuple[Row, ...]
    tag: Tag | None = None
    until: str = ""
    text: str = ""


@dataclass(frozen=True)
class Located:
    """A place of a map, as its list says it."""

    label: str
    text: str
    url: str
    map_url: str
    place: Place | None


class SectionedPage(OpenedPage):
    """``bodies`` are the sections of the page with what they show."""

    find_action = Action(_("find", default="Chercher"), method="submit")

    @cached_property
    def sections(self) -> Sequence[Section]:
        """The sections the person may see; those that are hidden are left out."""
        return [one for one in sections(self.context) if not one.hidden]

    @cached_property
    def bodies(self) -> Sequence[Body]:
        """The sections that have something to show."""
        found = bodies(self.context, self.sections, self.request, self.now)
        return [one for one in found if not one.is_empty]

    @property
    def tags(self) -> list[str]:
        """What a proxy forgets the page with."""
        shown = [uid for body in self.bodies for uid in body.tags]
        lists = shown_by(tuple(body.section.kind for body in self.bodies))
        return [*lists, self.context.UID(), *shown]

    @property
    def shown_hours(self) -> Iterable[OpeningHours]:
        return [
            line.record.hours
            for body in self.bodies
            if "hours" in getattr(body.section.holds, "blocks", ())
            for line in body.contacts
            if line.has_hours
        ]

    @property
    def depends_on(self) -> tuple[object, ...]:
        """What moves by the clock is looked at anew every few minutes."""
        moves = any(one.kind in MOVING for one in self.sections)
        beat = int(self.now.timestamp()) // _BEAT if moves else 0
        return (*super().depends_on, beat)

    def classes(self, body: Body) -> str:
        """Return the classes of a section: how wide it is, and what is behind it."""
        one = body.section
        found = ["section", f"w-{one.width}", f"kind-{one.kind}"]
        if one.background:
            found.append(f"bg-{one.background}")
        if body.background is not None:
            found.append("has-picture")
        return " ".join([*found, *([one.style] if one.style else [])])

    def heads(self, section: Section) -> bool:
        """Tell whether a banner is the heading of the page: the first of a portal."""
        banners = [one.id for one in self.sections if one.kind == "hero"]
        portal = getattr(self.context, "portal", False)
        return bool(portal and banners and banners[0] == section.id)

    def play_action(self, section: Section) -> Action:
        """The button that opens what is elsewhere, on a page of ours."""
        url = f"{self.context.absolute_url()}/lecture?section={section.id}"
        if section.kind == "video":
            return Action(_("play_video", default="Voir la vidéo"), url, icon="play")
        return Action(_("show_external", default="Afficher"), url)

    def entrance(self, by: str, value: str) -> str:
        """Return the address of what is for somebody, or about something."""
        name = "pour" if by == "audience" else "theme"
        return f"{self.site_url}/je-cherche?{urlencode({name: value})}"

    def glyph(self, name: str) -> str:
        """Return an icon of the set as markup; nothing when it is not in it."""
        try:
            return icon(name)
        except FileNotFoundError:
            return ""

    def places(self, body: Body) -> list[Located]:
        """Return the places of a map: those written in it, and entries."""
        found = []
        for one in body.section.holds.points:
            spot = Place(_degrees(one.latitude), _degrees(one.longitude))
            found.append(Located(one.label, one.text, "", _map_url(spot), spot))
        for line in body.contacts:
            entry = line.record
            where = entry.place
            url = _map_url(where) if where is not None else ""
            found.append(Located(line.title, entry.address.line, line.url, url, where))
        return found

    def point_map(self, places: Sequence[Located], section: Section) -> str:
        """Return the drawing of the places that have a point."""
        spots = [
            Spot(one.label, one.place.latitude, one.place.longitude, number)
            for number, one in enumerate(places, start=1)
            if one.place is not None
        ]
        called = words.said(
            _(
                "point_map",
                default="Situation des ${count} lieux de la liste",
                mapping={"count": len(spots)},
            )
        )
        return drawn(spots, section.title or called)

    def contact(self, line: Entry, blocks: Sequence[str]) -> Contact:
        """Return what a section says of an entry, in the blocks it shows."""
        entry, rows = line.record, []
        if "address" in blocks and entry.address.line:
            rows.append(Row(entry.address.line))
        if "route" in blocks and entry.place is not None:
            url = _ROUTE.format(entry.place.latitude, entry.place.longitude)
            rows.append(Row(words.said(_("route", default="Itinéraire")), url))
        if "coordinates" in blocks:
            rows += [
                Row(spoken(one.number), f"tel:{one.number}", one.label)
                for one in entry.phones
            ]
            rows += [
                Row(one.address, f"mailto:{one.address}", one.label)
                for one in entry.mails
            ]
            rows += [Row(one.label or one.url, one.url) for one in entry.links]
        told = Contact(tuple(rows))
        if "hours" in blocks and line.has_hours:
            answer = answer_at(entry.hours, self.now)
            said = words.until(answer, self.now)
            told = Contact(told.rows, words.open_tag(answer), said)
        if "description" in blocks:
            told = Contact(told.rows, told.tag, told.until, entry.subtitle)
        return told


def _degrees(text: str) -> float:
    return float(text.replace(",", "."))


def _map_url(place: Place) -> str:
    return _OSM.format(place.latitude, place.longitude)
