"""What lists of events and news ask the catalogue, without waking one of them."""

from communes.core.errors.domain import DomainError
from communes.web.content.agenda import IAgenda
from communes.web.content.agenda import IEvent
from communes.web.content.base import IWebContent
from communes.web.content.news import INews
from communes.web.content.news import INewsFolder
from communes.web.domain.agenda.extent import extent
from communes.web.domain.agenda.extent import NEVER
from communes.web.storage.agenda import agenda_of
from communes.web.storage.agenda import event_of
from communes.web.storage.agenda import light
from communes.web.storage.leading import leading_plain
from communes.web.storage.news import folder_of
from communes.web.storage.news import light_news
from communes.web.storage.news import news_of
from communes.web.storage.news import published_at
from DateTime import DateTime
from plone.indexer import indexer


def _record(obj):
    """Return the record of an event; nothing is indexed of one that breaks a rule.

    What is being refused may wait for the catalogue when its form is shown again.
    """
    try:
        return event_of(obj)
    except DomainError as refused:
        raise AttributeError(str(refused)) from refused


@indexer(IWebContent)
def web_leading(obj):
    """Return the picture at its head as a page shows it; None without one."""
    return leading_plain(obj)


@indexer(IEvent)
def event_begins(obj):
    """Return the first moment it may take place."""
    return DateTime(extent(_record(obj))[0])


@indexer(IEvent)
def event_over(obj):
    """Return the moment after which it takes place no more."""
    return DateTime(extent(_record(obj))[1])


@indexer(IEvent)
def event_place(obj):
    """Return the UID of its agenda."""
    return agenda_of(obj)


@indexer(IEvent)
def web_event(obj):
    """Return its record, plain, without what is the default."""
    return light(_record(obj))


@indexer(INews)
def news_begins(obj):
    """Return the moment it is published."""
    return DateTime(published_at(obj))


@indexer(INews)
def news_over(obj):
    """Return the moment it is shown no more."""
    return DateTime(obj.ends or NEVER)


@indexer(INews)
def news_place(obj):
    """Return the UID of its folder."""
    return folder_of(obj)


@indexer(INews)
def web_news(obj):
    """Return its record, plain, without its text."""
    return light_news(news_of(obj))


@indexer(IAgenda)
def agenda_fed_by(obj):
    """Return the UIDs of the agendas that feed it."""
    return tuple(obj.fed_by)


@indexer(INewsFolder)
def folder_fed_by(obj):
    """Return the UIDs of the folders that feed it."""
    return tuple(obj.fed_by)
