"""What the benchmark of the portal looks at: institutions, meetings, items, and twins.

Run by tools/bench_publications.py with ``app``, the root of a database where the demo
was applied: ``bench_publications_content.py INSTITUTIONS MEETINGS ITEMS OUT``. The same
texts stand in a stock Plone site, as folders and documents.
"""

from AccessControl.SecurityManagement import newSecurityManager
from AccessControl.users import system
from bench_content import STOCK_PROFILES
from bench_search_texts import NAMES
from bench_search_texts import SEED
from bench_search_texts import sentences
from bench_search_texts import STREETS
from bench_search_texts import titles
from bench_serving import OPERATOR
from collections.abc import Iterator
from communes.publications.domain.reading import read_projection
from communes.publications.receiving.take import take
from communes.publications.storage.places import make_institution
from communes.publications.storage.places import make_meeting
from communes.publications.storage.projection import note_received
from datetime import datetime
from datetime import timedelta
from datetime import UTC
import json
from plone import api
from plone.app.textfield.value import RichTextValue
from plone.dexterity.utils import createContent
from Products.CMFPlone.factory import addPloneSite
import random
import sys
from Testing.makerequest import makerequest
import time
import transaction
from typing import Any
from zope.component.hooks import setSite
from zope.globalrequest import setRequest


FIRST_NIS = 10001
#: Meetings written in one transaction.
PORTION = 10
CATEGORIES = (
    "travaux",
    "finances",
    "urbanisme",
    "personnel",
    "enseignement",
    "culture",
)
COUNCIL = tuple(f"{first} {last}" for first in ("Anne", "Marc") for last in NAMES)


def texts(draw: random.Random, lines: list[str], heads: list[str]) -> dict[str, str]:
    """Return the texts of one item, as long as a council writes them."""
    street = f"{draw.choice(STREETS)} {draw.randint(1, 250)}"
    reasons = "".join(f"<p>{draw.choice(lines)}</p>" for _line in range(8))
    articles = "".join(
        f"<p>Article {number}. {draw.choice(lines)}</p>" for number in (1, 2, 3)
    )
    return {
        "title": f"{draw.choice(heads)} – {street}",
        "summary": f"<p>{draw.choice(lines)}</p>",
        "motivation": f"<p>Vu le Code de la démocratie locale ;</p>{reasons}",
        "decision": f"<p>DÉCIDE :</p>{articles}",
    }


def meetings(nis: str, name: str, count: int, items: int) -> Iterator[dict[str, Any]]:
    """Yield the projections of an institution, the same ones each time."""
    draw = random.Random(SEED + int(nis))  # noqa: S311 - repeatable, not secret
    lines, heads = sentences(), titles()
    start = datetime(2016, 1, 12, 19, tzinfo=UTC)
    for number in range(count):
        day = start + timedelta(days=number * 3650 // count)
        id = f"{nis}/conseil/{day.year}/{number + 1}"
        yield {
            "id": id, "nis": nis, "institution": name, "assembly": "conseil",
            "assembly_title": "Conseil communal", "organ": "conseil",
            "date": day.isoformat(), "ended_at": (day + timedelta(hours=3)).isoformat(),
            "stage": "decision", "version": 1,
            "published_at": (day + timedelta(days=2)).isoformat(),
            "place": "Maison communale", "number": number + 1,
            "chair": COUNCIL[0], "secretary": COUNCIL[1],
            "present": [{"id": str(n), "name": one, "function": "Membre"}
                        for n, one in enumerate(COUNCIL)],
            "excused": [],
            "items": [_item(id, order + 1, texts(draw, lines, heads), draw)
                      for order in range(items)],
        }  # fmt: skip


def _item(id: str, order: int, said: dict[str, str], draw: random.Random) -> dict:
    against = draw.randint(0, 6)
    category = draw.choice(CATEGORIES)
    return {
        **said,
        "id": f"{id}/{order}",
        "number": str(order),
        "result": "accepted",
        "vote_words": f"<p>Par {len(COUNCIL) - against} voix et {against} contre,</p>",
        "votes": [
            {
                "secret": False,
                "yes": len(COUNCIL) - against,
                "no": against,
                "abstain": 0,
                "voted_yes": list(COUNCIL[against:]),
                "voted_no": list(COUNCIL[:against]),
            }
        ],
        "annexes": [],
        "category": category,
        "category_title": category.capitalize(),
    }


def fill_portal(site, size: tuple[int, int, int]) -> None:
    """Have every institution publish all its meetings, by the door they arrive at."""
    setSite(site)
    login, password = OPERATOR
    api.user.create(f"{login}@bench.example", login, password)
    api.user.grant_roles(login, roles=["Manager"])
    institutions, count, items = size
    for number in range(institutions):
        nis, name = str(FIRST_NIS + number), f"Commune {number + 1}"
        institution = make_institution(site, nis, name)
        institution.enterprise_number, institution.mail = "0207336212", "a@example.be"
        api.content.transition(institution, "publish")
        for row, data in enumerate(meetings(nis, name, count, items), start=1):
            meeting = make_meeting(institution, read_projection(data))
            note_received(meeting, 1)
            take(meeting, data)
            if row % PORTION == 0:
                _put_down(site)
        _put_down(site)


def fill_stock(app, size: tuple[int, int, int]):
    """Make the same texts in a stock site; everything there is public."""
    site = addPloneSite(
        app, "stock", title="Plone", default_language="fr", extension_ids=STOCK_PROFILES
    )
    setSite(site)
    # Without a workflow everybody sees everything: no time is lost on steps.
    site.portal_workflow.setDefaultChain("")
    institutions, count, items = size
    for number in range(institutions):
        nis, name = str(FIRST_NIS + number), f"Commune {number + 1}"
        place = _put(site, "Folder", nis, name)
        for row, data in enumerate(meetings(nis, name, count, items), start=1):
            folder = _put(place, "Folder", str(row), f"Conseil {data['date'][:10]}")
            for item in data["items"]:
                document = createContent("Document", title=item["title"])
                document.id, document.description = item["number"], ""
                text = item["summary"] + item["motivation"] + item["decision"]
                document.text = RichTextValue(text, "text/html", "text/x-html-safe")
                folder._setObject(document.id, document)
            if row % PORTION == 0:
                _put_down(site)
        _put_down(site)
    return site


def _put(parent, kind: str, id: str, title: str):
    made = createContent(kind, title=title)
    made.id = id
    parent._setObject(id, made)
    return parent[id]


def _put_down(site) -> None:
    transaction.commit()
    site._p_jar.cacheGC()


def took(act) -> float:
    began = time.perf_counter()
    act()
    return time.perf_counter() - began


def main(app) -> None:
    app = makerequest(app)
    setRequest(app.REQUEST)
    size = tuple(int(one) for one in sys.argv[1:4])
    portal = app["demo"]["www"]
    newSecurityManager(None, system.__of__(app.acl_users))
    seconds = took(lambda: fill_portal(portal, size))
    stock = took(lambda: fill_stock(app, size))
    last = list(meetings(str(FIRST_NIS), "x", size[1], 1))[-1]["id"]
    found = {
        "portal": "/".join(portal.getPhysicalPath()),
        "meeting": last,
        "stock meeting": f"{FIRST_NIS}/{size[1]}",
        "portal seconds": seconds,
        "stock seconds": stock,
    }
    with open(sys.argv[4], "w", encoding="utf-8") as out:
        json.dump(found, out)


if __name__ == "__main__":
    main(app)  # noqa: F821 - given by the console
