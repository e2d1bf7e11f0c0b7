"""What the benchmark of the deliberations does inside: one meeting held, many items.

Run by tools/bench_deliberations.py with ``app``, the root of a database where the demo
was applied: ``bench_deliberations_content.py ITEMS OUT``.
"""

from AccessControl.SecurityManagement import newSecurityManager
from bench_content import DIRECTOR
from bench_content import stock_site
from bench_content import TEXT
from bench_content import title_of
from collections.abc import Callable
from communes.core.documents.api import read_text
from communes.core.documents.domain import LegalDocument
from communes.core.documents.odt.copy import copy_of
from communes.core.documents.site_layout import layout_of
from communes.core.documents.typesetting.compiler import compiled
from communes.core.documents.typesetting.compiler import sources
from communes.deliberations.api import agenda
from communes.deliberations.api import attendance
from communes.deliberations.api import create_item
from communes.deliberations.api import create_meeting
from communes.deliberations.api import do_transition
from communes.deliberations.api import document_text
from communes.deliberations.api import encode_public_vote
from communes.deliberations.api import generate_document
from communes.deliberations.api import present
from communes.deliberations.api import set_presences
from communes.deliberations.api import sort_agenda
from datetime import date
from datetime import datetime
from datetime import timedelta
import json
from plone import api
import statistics
import sys
from Testing.makerequest import makerequest
import time
import transaction
from zope.component.hooks import setSite
from zope.globalrequest import setRequest


ON_THE_AGENDA = 150
PORTION = 500
TIMES = 5


def as_director(app):
    """Return the council of the demo, asked for by its general director."""
    site = app["demo"]["agents"]
    setSite(site)
    users = site.acl_users
    newSecurityManager(None, users.getUserById(DIRECTOR).__of__(users))
    return site["deliberations"]["conseil"]


def new_item(council, count: int):
    values = {
        "title": title_of(count),
        "proposing_service": "secretariat",
        "category": "secretariat",
        "motivation": TEXT,
        "decision": "<p>Article unique. D'approuver les conditions.</p>",
    }
    return create_item(council, values)


def took(act: Callable[[], object]) -> float:
    """Return the milliseconds an act takes."""
    began = time.perf_counter()
    act()
    return (time.perf_counter() - began) * 1000


def median(act: Callable[[], object]) -> float:
    """Return the median milliseconds of an act, done once before it is measured."""
    act()
    return statistics.median(took(act) for _time in range(TIMES))


def hold(council, found: dict):
    """Hold a meeting with a full agenda; note what presenting and ordering took."""
    began = datetime.now().replace(second=0, microsecond=0) - timedelta(days=1)
    meeting = create_meeting(council, {"date": began})
    items = [new_item(council, count) for count in range(ON_THE_AGENDA)]
    for item in items:
        do_transition(item, "propose")
        do_transition(item, "validate")
    transaction.commit()
    found["present"] = took(lambda: [present(item, meeting) for item in items])
    found["sort"] = median(lambda: sort_agenda(meeting))
    found["freeze"] = took(lambda: do_transition(meeting, "freeze"))
    do_transition(meeting, "decide")
    roll, _revision = attendance(meeting)
    set_presences(meeting, {seat.id: "present" for seat in roll.seats})
    for item in items:
        encode_public_vote(item, {}, others="yes")
        do_transition(item, "accept")
    transaction.commit()
    found["numbers"] = len({line.number for line in agenda(meeting).lines})
    return meeting


def documents(meeting, found: dict) -> None:
    """Note what the minutes take, and the engines alone on the same text."""
    text = document_text(meeting, "minutes")
    legal = LegalDocument(
        title=text.title, html=text.html, author="Bench", date=date.today()
    )
    layout = layout_of(api.portal.get())
    body = read_text(legal)
    files = sources(legal, layout, body)
    made = generate_document(meeting, "minutes").data
    found["pdf size"] = len(made) // 1000
    found["pdf"] = median(lambda: generate_document(meeting, "minutes"))
    found["pdf engine"] = median(lambda: compiled(files, legal, body))
    found["odt"] = median(lambda: generate_document(meeting, "minutes", form="odt"))
    found["odt engine"] = median(lambda: copy_of(legal, body, layout, None))


def many(council, count: int) -> None:
    """Have the director write many items, each by the door."""
    for number in range(count):
        new_item(council, number)
        if number % PORTION == PORTION - 1:
            transaction.commit()
            council._p_jar.cacheGC()
    transaction.commit()


def stock(app, count: int, found: dict) -> str:
    """Make the stock site; note what publishing as many documents as items takes."""
    path = stock_site(app, count)
    folder = app.unrestrictedTraverse(path)
    setSite(folder.aq_parent)
    with api.env.adopt_roles(["Manager"]):
        drafts = [
            api.content.create(folder, "Document", f"brouillon-{n}", title=title_of(n))
            for n in range(ON_THE_AGENDA)
        ]
        transaction.commit()
        found["publish"] = took(
            lambda: [api.content.transition(one, "publish") for one in drafts]
        )
    transaction.commit()
    return path


def main(app) -> None:
    app = makerequest(app)
    setRequest(app.REQUEST)
    items, out = int(sys.argv[1]), sys.argv[2]
    found: dict = {}
    council = as_director(app)
    meeting = hold(council, found)
    documents(meeting, found)
    many(council, items)
    found["meeting"] = "/".join(meeting.getPhysicalPath())
    found["stock"] = stock(app, items, found)
    found["items"] = items
    with open(out, "w", encoding="utf-8") as file:
        json.dump(found, file)


if __name__ == "__main__":
    main(app)  # noqa: F821 - given by the console
