"""What the benchmark of the website looks at: the whole specimen, and its twin.

Run by tools/bench_web.py with ``app``, the root of a database where the demo was
applied: ``bench_web_content.py SHARE OUT``. ``SHARE`` is ``whole`` or ``small``. The
same texts and pictures stand in a stock Plone site.
"""

from AccessControl.SecurityManagement import newSecurityManager
from AccessControl.users import system
from bench_content import STOCK_PROFILES
from bench_serving import OPERATOR
from communes.web.specimen.drawing import landscape
from communes.web.specimen.entries import entries
from communes.web.specimen.events import events
from communes.web.specimen.news import news
from communes.web.specimen.planting import plant
from communes.web.specimen.planting import Size
from communes.web.specimen.planting import WHOLE
from communes.web.specimen.reading import pages
from communes.web.specimen.reading import services
from datetime import date
from datetime import datetime
import json
from plone import api
from plone.app.textfield.value import RichTextValue
from plone.dexterity.utils import createContent
from plone.namedfile.file import NamedBlobImage
from Products.CMFPlone.factory import addPloneSite
import sys
from Testing.makerequest import makerequest
import time
import transaction
from zope.component.hooks import setSite
from zope.globalrequest import setRequest


SMALL = Size(entries=45, singles=20, news=12, albums=1, pictures=2, wide=640)
#: Objects written in one transaction.
PORTION = 100


def fill_ours(site, size: Size) -> None:
    """Plant the specimen, unless the demo already has all of it."""
    setSite(site)
    login, password = OPERATOR
    api.user.create(f"{login}@bench.example", login, password)
    api.user.grant_roles(login, roles=["Manager"])
    for name in tuple(site.objectIds()):
        if getattr(site[name], "portal_type", "").startswith("communes.web."):
            api.content.delete(site[name], check_linkintegrity=False)
    plant(site, date.today(), size)
    transaction.commit()


def fill_stock(app, size: Size):
    """Make the same texts in a stock site; everything there is public."""
    site = addPloneSite(
        app, "stock", title="Valmont-sur-Lesse", default_language="fr",
        extension_ids=STOCK_PROFILES,
    )  # fmt: skip
    setSite(site)
    # Without a workflow everybody sees everything: no time is lost on steps.
    site.portal_workflow.setDefaultChain("")
    today = date.today()
    count = 0
    for parent, kind, id, values in _twins(today, size):
        count += 1
        place = site
        for step in parent:
            place = place[step]
        made = createContent(kind, title=values.pop("title"))
        made.id = id
        for name, value in values.items():
            setattr(made, name, value)
        place._setObject(id, made)
        if count % PORTION == 0:
            transaction.commit()
            site._p_jar.cacheGC()
    transaction.commit()
    return site


def _twins(today: date, size: Size):
    """Yield place, type, id and values of every object of the stock site."""
    for one in pages()[: size.pages]:
        steps = [] if one.path == "." else one.path.split("/")
        path = [one.branch, *steps]
        named = {"title": one.title, "description": one.description}
        yield tuple(path[:-1]), "Folder", path[-1], named
        yield (
            tuple(path),
            "Document",
            "texte",
            _document(one.title, one.description, one.html),
        )
    for folder, title in (
        ("demarches", "Démarches"), ("annuaire", "Annuaire"), ("agenda", "Agenda"),
        ("actualites", "Actualités"),
    ):  # fmt: skip
        yield (), "Folder", folder, {"title": title}
    for one in services():
        said = one.values
        lines = [*said["steps"], *(row["title"] for row in said["pieces"])]
        html = "".join(f"<p>{line}</p>" for line in lines)
        yield (
            ("demarches",),
            "Document",
            one.id,
            _document(said["title"], said["description"], html),
        )
    for one in entries(today)[: size.entries]:
        said = one.values
        html = f"{said.get('description', '')}<p>{said['address']['street']}</p>"
        yield ("annuaire",), "Document", one.key, _document(said["title"], "", html)
    for one in events(today, size.singles):
        said = one.values
        yield (
            ("agenda",),
            "Event",
            one.id,
            {
                **_document(said["title"], said["description"], said["text"]),
                "start": datetime.fromisoformat(said["event_starts"]),
                "end": datetime.fromisoformat(said["event_ends"]),
                "location": said["location"],
            },
        )
    for number, one in enumerate(news(today, size.news)):
        said = one.values
        values = _document(said["title"], said["description"], said["text"])
        if one.pictured:
            drawn = landscape(9000 + number, (size.wide, size.wide * 2 // 3))
            values["image"] = NamedBlobImage(drawn.data, "image/jpeg", "dessin.jpg")
        yield ("actualites",), "News Item", one.id, values


def _document(title: str, description: str, html: str) -> dict:
    text = RichTextValue(html, "text/html", "text/x-html-safe")
    return {"title": title, "description": description, "text": text}


def took(act) -> float:
    began = time.perf_counter()
    act()
    return time.perf_counter() - began


def main(app) -> None:
    app = makerequest(app)
    setRequest(app.REQUEST)
    size = WHOLE if sys.argv[1] == "whole" else SMALL
    ours = app["demo"]["www"]
    newSecurityManager(None, system.__of__(app.acl_users))
    seconds = took(lambda: fill_ours(ours, size))
    stock = took(lambda: fill_stock(app, size))
    latest = news(date.today(), 1)[0].id
    found = {
        "site": "/".join(ours.getPhysicalPath()),
        "news": latest,
        "our seconds": seconds,
        "stock seconds": stock,
    }
    with open(sys.argv[2], "w", encoding="utf-8") as out:
        json.dump(found, out)


if __name__ == "__main__":
    main(app)  # noqa: F821 - given by the console
