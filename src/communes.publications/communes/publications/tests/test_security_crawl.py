"""Not one private byte reaches a stranger, wherever it is and whatever is asked.

Private words are put everywhere; a stranger then follows every link, guesses what is
not linked, and looks for them. The same stranger finds them as soon as one wall is
taken away.
"""

from communes.core.journal.api import record
from communes.core.mailing import api as mailing
from communes.core.testing.crawler import Crawler
from communes.core.testing.stranger import open_to_all
from communes.publications.domain.subscriptions.wish import read_wish
from communes.publications.open_data import forms
from communes.publications.open_data import public
from communes.publications.subscriptions.lists import list_of
from communes.publications.tests import example
from communes.publications.tests.papers import move
from communes.publications.tests.papers import paper
from communes.publications.tests.papers import published
from communes.publications.tests.papers import STEP
from communes.publications.tests.portal import make_institution
from communes.publications.tests.portal import meeting_of
from communes.publications.tests.portal import receive
from plone import api
import pytest
import transaction


#: Each word stands in one kind of private place, beside a word people search.
WORDS = {
    one: f"Zorglubien{one}"
    for one in (
        "Institution", "Reading", "Hidden", "Organ", "Masked", "Withdrawn",
        "Annex", "Dropped", "Draft", "Account", "Group", "Journal", "Document",
        "Sender", "Retracted", "Paper", "Unpublished", "Follower",
    )
}  # fmt: skip
#: Where a portal begins, for people and for programs.
DOORS = ("decisions", "catalogue", "concepts", "oparl/1.1/system", "publications",
         "recherche")  # fmt: skip
OTHER = "99902/conseil/2026/1"
READING = "99903/conseil/2026/1"
RETRACTED = "99901/conseil/2026/4"


def said(one):
    return f"Hippodrome {WORDS[one]}"


def texts(one, id, **values):
    """Return an item whose every text says a private word."""
    html = f"<p>{said(one)}</p>"
    return example.item(
        id=id,
        title=said(one),
        summary=html,
        motivation=html,
        decision=html,
        annexes=[],
        **values,
    )


def meeting(id, one, **values):
    """Return a meeting that says a private word wherever it can."""
    nis, assembly, _year, _number = id.split("/")
    return {
        **example.meeting(),
        "id": id,
        "nis": nis,
        "assembly": assembly,
        "assembly_title": said(one),
        "place": said(one),
        "chair": said(one),
        "present": [{"id": "x", "name": said(one), "function": said(one)}],
        "excused": [],
        "items": [texts(one, f"{id}/1")],
        **values,
    }


def seed_meetings(portal):
    """What was shown once, or never, of three institutions."""
    make_institution(portal, sender=WORDS["Sender"])
    sender = WORDS["Sender"]
    first = [
        texts("Masked", f"{example.MEETING}/1"),
        texts("Withdrawn", f"{example.MEETING}/3", number="3"),
        texts("Dropped", f"{example.MEETING}/4", number="4"),
    ]
    receive(portal, example.meeting(version=1, items=first), sender)
    receive(portal, example.meeting(version=2), sender)
    receive(portal, meeting(RETRACTED, "Retracted"), sender)
    receive(portal, meeting("99901/bureau/2025/1", "Organ"), sender)
    other = make_institution(portal, "99902", title=said("Institution"))
    receive(portal, meeting(OTHER, "Hidden"))
    reading = make_institution(portal, "99903", title="Rocheval")
    reading.asks_first = True
    receive(portal, meeting(READING, "Reading"))
    with api.env.adopt_roles(["Manager"]):
        for id in (RETRACTED, "99901/bureau/2025/1"):
            api.content.transition(meeting_of(portal, id), "back_to_private")
        api.content.transition(other, "hide")


def seed_site(portal):
    """What stands beside: accounts, groups, pages, the journal."""
    with api.env.adopt_roles(["Manager"]):
        api.user.create(
            "agent@valmont.example",
            WORDS["Account"].lower(),
            "Valmont-2026-secret",
            properties={"fullname": said("Account")},
        )
        api.group.create(WORDS["Group"].lower(), title=said("Group"))
        page = api.content.create(
            portal, "Document", "brouillon", title=said("Document")
        )
        page.description = said("Document")
        page.reindexObject()
        record(WORDS["Journal"], page, words=said("Journal"))


def seed_papers(portal):
    """Regulations that are not, or not any more, published; who follows them."""
    institution = portal["99901"]

    def words(one):
        return {"title": said(one), "text": f"<p>{said(one)}</p>",
                "consultation": said(one), "streets": [said(one)]}  # fmt: skip

    paper(institution, **words("Paper"))
    # Of what was unpublished the register goes on naming the title.
    hidden = published(institution, **{**words("Unpublished"), "title": "Règlement"})
    move(hidden, STEP.UNPUBLISH, reason="Remplacé.")
    address = f"{WORDS['Follower'].lower()}@example.be"
    wish = read_wish({"words": said("Follower")}).as_data()
    mailing.subscribe(portal, list_of("99901"), address, wish)


@pytest.fixture
def crawler(served):
    portal = served["portal"]
    open_to_all()
    seed_meetings(portal)
    seed_papers(portal)
    seed_site(portal)
    transaction.commit()
    site = f"http://{served['host']}:{served['port']}/plone"
    return Crawler(site, WORDS.values(), doors=DOORS)


PRIVATE = (
    OTHER, f"{OTHER}/1", "99902", READING, f"{READING}/1", RETRACTED,
    f"{RETRACTED}/1", "99901/bureau", "99901/bureau/2025", "brouillon",
    example.MEETING, f"{example.MEETING}/3", f"{example.MEETING}/4", "99901",
)  # fmt: skip
PLACES = (OTHER, "99901/bureau", "brouillon", f"{example.MEETING}/1", "99901")


def test_a_stranger_meets_no_private_word(crawler):
    assert list(crawler.leaks(PRIVATE, PLACES)) == []
    met = {url.removeprefix(f"{crawler.site}/") for (url, _), status
           in crawler.asked.items() if status == 200}  # fmt: skip
    # It was there: pages, files, forms, feeds, OParl.
    assert {
        f"{example.MEETING}/1",
        f"{example.MEETING}/1/annexes/annexe-1",
        f"{example.MEETING}.ttl",
        "99901.csv",
        "99901/sitemap-1.xml",
        "oparl/1.1/99901/papers/conseil/2026/9/1",
        "catalogue",
    } <= met
    # Nothing of a stranger's questions breaks the portal.
    assert {url for (url, _), status in crawler.asked.items() if status >= 500} == set()


def first_leak(crawler):
    return next(crawler.leaks(PRIVATE), None)


def test_the_stranger_sees_a_meeting_that_is_not_private_any_more(crawler, served):
    found = meeting_of(served["portal"], OTHER)
    found.manage_permission("View", ["Anonymous"], acquire=False)
    transaction.commit()
    assert WORDS["Hidden"].lower() in first_leak(crawler).words


def test_the_stranger_sees_what_forgets_to_ask_who_may(crawler, monkeypatch):
    for module in (public, forms):
        monkeypatch.setattr(module, "is_public", lambda obj: True, raising=False)
    monkeypatch.setattr("communes.publications.open_data.api.is_public", lambda _: True)
    assert first_leak(crawler) is not None


def test_the_stranger_sees_an_older_version(crawler, monkeypatch):
    oldest = lambda meeting: public.projection(meeting, 1)  # noqa: E731
    monkeypatch.setattr(public, "_shown", oldest)
    assert WORDS["Masked"].lower() in first_leak(crawler).words
