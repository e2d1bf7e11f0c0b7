"""A newsletter with issues and subscribers, a mail server, and a worker's turn."""

from communes.core.jobs.domain import OutcomeState
from communes.core.jobs.storage import queue_of
from communes.core.mailing import api as mailing
from communes.core.mailing import storage as book
from communes.core.mailing.domain.subscriber import Standing
from communes.core.mailing.domain.subscriber import Subscriber
from communes.core.mailing.mailings.api import MAIL
from communes.core.mailing.mailings.working import SendingMailings
from communes.core.mailing.working import Sending
from communes.web.api.issues import create_issue
from communes.web.api.newsletters import create_newsletter
from communes.web.newsletter.keys import TEST
from communes.web.newsletter.sending import SendingTests
from communes.web.storage.newsletters import newsletter_list
from datetime import datetime
from datetime import timedelta
from datetime import UTC
from plone import api


NOW = datetime(2026, 11, 23, 8, tzinfo=UTC)
HANDLERS = (
    (mailing.SEND, Sending()),
    (MAIL, SendingMailings()),
    (TEST, SendingTests()),
)
TOPICS = [{"title": "Travaux"}, {"title": "Fêtes"}]
BLOCKS = [{"kind": "text", "title": "Le mot du mois", "html": "<p>Bonjour.</p>"}]


def set_up_mail(portal, port):
    """Have the site send to the mail server on that port."""
    record = api.portal.set_registry_record
    record("plone.email_from_address", "info@valmont.example")
    record("plone.email_from_name", "Commune de Valmont")
    record("plone.smtp_host", "127.0.0.1")
    record("plone.smtp_port", port)


def newsletter(portal, **values):
    """Make a public newsletter with two themes."""
    kept = {"title": "Lettre de Valmont", "topics": TOPICS, **values}
    with api.env.adopt_roles(["Manager"]):
        made = create_newsletter(portal, kept, "lettre")
        api.content.transition(made, "publish")
    return made


def issue(letter, **values):
    """Make an issue that can go out."""
    kept = {"title": "Décembre à Valmont", "blocks": BLOCKS, **values}
    with api.env.adopt_roles(["Manager"]):
        return create_issue(letter, kept)


def enter(portal, letter, *names, topics=(), standing=Standing.CONFIRMED):
    """Put people on the list, in the order of their names."""
    found = []
    for place, name in enumerate(names):
        one = Subscriber(
            f"{name}-id", newsletter_list(letter), f"{name}@exemple.be",
            NOW + timedelta(seconds=place), {"topics": list(topics)}, standing.value,
            NOW,
        )  # fmt: skip
        book.ensure_book(portal)
        book.save(portal, one)
        found.append(one)
    return found


def work(portal, turns=50):
    """Do what a worker would, until nothing is asked for; return what waits."""
    waiting = []
    for _turn in range(turns):
        done = 0
        for kind, handler in HANDLERS:
            intents = queue_of(portal).take(kind, 200)
            done += len(intents)
            with api.env.adopt_roles(["Manager"]):
                outcomes = handler.run(portal, intents)
            waiting += [one for one in outcomes if one.state is not OutcomeState.DONE]
        if not done:
            break
    return waiting
