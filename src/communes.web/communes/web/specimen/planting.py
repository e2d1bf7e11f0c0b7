"""Makes the specimen on a site, through the doors a webmaster's pages use."""

from collections.abc import Iterator
from collections.abc import Mapping
from communes.web.api import agenda as agendas
from communes.web.api import albums as album_door
from communes.web.api import contact_forms
from communes.web.api import contents
from communes.web.api import news as news_door
from communes.web.api import newsletters
from communes.web.api import pictures
from communes.web.api.transition import do_step
from communes.web.directory import api as directories
from communes.web.directory.private import edit_private
from communes.web.domain.states import WebTransition
from communes.web.sheets import api as sheets
from communes.web.specimen import front
from communes.web.specimen.albums import albums
from communes.web.specimen.drawing import landscape
from communes.web.specimen.entries import entries
from communes.web.specimen.entries import tree
from communes.web.specimen.events import events
from communes.web.specimen.news import news
from communes.web.specimen.reading import pages
from communes.web.specimen.reading import services
from communes.web.specimen.reading import WrittenPage
from dataclasses import dataclass
from datetime import date
from typing import Any


#: Ids at the root of the site.
SERVICES, AGENDA, NEWS, DIRECTORY = "demarches", "agenda", "actualites", "annuaire"
ALBUMS, FORM, LETTER, HOME = "albums", "nous-ecrire", "lettre", "accueil"


@dataclass(frozen=True)
class Size:
    """How much is made; without a number all of it. Small pictures are quick."""

    pages: int = 1000
    entries: int = 1000
    singles: int = 170
    news: int = 150
    albums: int = 20
    pictures: int = 6
    wide: int = 1280


WHOLE = Size()


def plant(site: Any, today: date, size: Size = WHOLE) -> dict[str, int]:
    """Make the specimen at the root of a site; return how much of each was made.

    Whoever calls may add, publish and manage everywhere.
    """
    return _Planting(site, today, size).all()


class _Planting:
    def __init__(self, site: Any, today: date, size: Size) -> None:
        self.site, self.today, self.size = site, today, size
        #: Key of an entry, id of a service -> UID.
        self.uids: dict[str, str] = {}
        self.made: dict[str, int] = {}

    def all(self) -> dict[str, int]:
        """Make everything, what is referred to first."""
        self._directory()
        self._services()
        self._pages()
        self._agenda()
        self._news()
        self._albums()
        self._desk()
        self._home()
        shown = [name for name in front.MENU if name in self.site.objectIds()]
        for place, name in enumerate(shown):
            contents.place_at(self.site[name], place)
        return self.made

    def _publish(self, obj: Any, kind: str) -> Any:
        do_step(obj, WebTransition.PUBLISH.value)
        self.made[kind] = self.made.get(kind, 0) + 1
        return obj

    def _directory(self) -> None:
        entities = [{"id": "valmont", "title": "Valmont-sur-Lesse",
                     "postcodes": ["5998", "5999"]}]  # fmt: skip
        values = {**front.DIRECTORY, "tree": tree(), "entities": entities}
        made = directories.create_directory(self.site, values, DIRECTORY)
        self._publish(made, "directories")
        for one in entries(self.today)[: self.size.entries]:
            entry = directories.create_entry(made, one.values, one.key)
            if one.private:
                edit_private(entry, one.private)
            self.uids[one.key] = self._publish(entry, "entries").UID()

    def _services(self) -> None:
        place = contents.create(self.site, "Folder", front.SERVICES, SERVICES)
        self._publish(place, "pages")
        for one in services():
            values = {**one.values, "authority": self.uids.get(one.answers, "")}
            if not values["authority"]:
                continue
            sheet = sheets.create_service(place, values, one.id)
            contents.edit(sheet, {"categories": (one.category,)})
            self.uids[one.id] = self._publish(sheet, "services").UID()

    def _pages(self) -> None:
        written = pages()[: self.size.pages]
        below = {one.path.rpartition("/")[0] for one in written if "/" in one.path}
        for one in written:
            self._publish(self._page(one, one.path in below), "pages")

    def _page(self, one: WrittenPage, holds: bool) -> Any:
        """Make a page, or the folder of a branch; what has pages below is a folder.

        Such a folder keeps its own words as the page « presentation » in it.
        """
        if one.path == ".":
            values = {**_fields(one), "arrangement": "block", "in_menu": not one.hidden}
            return contents.create(self.site, "Folder", values, one.branch)
        place = self.site[one.branch]
        *above, name = one.path.split("/")
        for step in above:
            place = place[step]
        if not holds:
            values = {**_fields(one), "sections": list(self._sections(one))}
            return contents.create(place, "Page", values, name)
        folder = contents.create(place, "Folder", _fields(one), name)
        if one.html:
            values = {**_fields(one), "sections": list(self._sections(one))}
            values["title"] = f"{one.title} : l'essentiel"
            said = contents.create(folder, "Page", values, "presentation")
            self._publish(said, "pages")
        return folder

    def _sections(self, one: WrittenPage) -> Iterator[dict[str, Any]]:
        if one.note:
            holds = {"html": f"<p>{one.note}</p>", "tone": "wait"}
            yield {"id": "attention", "kind": "postit", "holds": holds}
        yield {"id": "texte", "kind": "text", "holds": {"html": one.html}}
        shown = [self.uids[key] for key in one.contacts if key in self.uids]
        if shown:
            holds = {"entries": shown}
            yield {"id": "contact", "kind": "contact", "title": "À qui s'adresser",
                   "holds": holds}  # fmt: skip

    def _agenda(self) -> None:
        place = agendas.create_agenda(self.site, front.AGENDA, AGENDA)
        self._publish(place, "agendas")
        for number, one in enumerate(events(self.today, self.size.singles)):
            event = agendas.create_event(place, one.values, one.id)
            if one.pictured:
                self._picture(event, 5000 + number)
            self._publish(event, "events")

    def _news(self) -> None:
        place = news_door.create_folder(self.site, front.NEWS, NEWS)
        self._publish(place, "news_folders")
        for number, one in enumerate(news(self.today, self.size.news)):
            made = news_door.create_news(place, one.values, one.id)
            if one.pictured:
                self._picture(made, 9000 + number)
            self._publish(made, "news")
            made.setEffectiveDate(one.told.isoformat())
            made.reindexObject()

    def _albums(self) -> None:
        place = contents.create(self.site, "Folder", front.ALBUMS, ALBUMS)
        self._publish(place, "pages")
        for one in albums(self.today, self.size.albums, self.size.pictures):
            album = album_door.create_album(place, one.values, one.id)
            for seed in one.seeds:
                self._picture(album, seed, lead=False)
            self._publish(album, "albums")

    def _desk(self) -> None:
        form = contact_forms.create_form(self.site, front.FORM, FORM)
        self._publish(form, "forms")
        letter = newsletters.create_newsletter(self.site, front.LETTER, LETTER)
        self._publish(letter, "newsletters")
        alert = contents.create(self.site, "Alert", front.alert(self.today), "alerte")
        self._publish(alert, "alerts")

    def _home(self) -> None:
        quick = [self.uids[key] for key in front.QUICK if key in self.uids]
        values = {**front.HOME, "sections": front.home_sections(quick)}
        home = contents.create(self.site, "Page", values, HOME)
        self._publish(home, "pages")

    def _picture(self, holder: Any, seed: int, lead: bool = True) -> None:
        wide = self.size.wide
        drawn = landscape(seed, (wide, wide * 2 // 3))
        made = pictures.add_picture(
            holder, drawn.data, f"dessin-{seed}.jpg", drawn.alternative
        )
        if lead:
            pictures.lead_with(holder, made.getId())
        self.made["pictures"] = self.made.get("pictures", 0) + 1


def _fields(one: WrittenPage) -> Mapping[str, Any]:
    return {
        "title": one.title,
        "description": one.description,
        "categories": (one.category,),
        "audiences": one.audiences,
    }
