"""Events keep the rules of time, agendas those of feeding, whoever writes them."""

from communes.web.api.proposals import answer
from communes.web.content.agenda import IAgenda
from communes.web.content.agenda import IEvent
from communes.web.content.base import IWebContent
from communes.web.content.news import INews
from communes.web.content.news import INewsFolder
from communes.web.domain.agenda.occurrences import check_recurrence
from communes.web.domain.states import WebState
from communes.web.storage.agenda import AGENDA_TYPE
from communes.web.storage.agenda import event_of
from communes.web.storage.feeding import check_feeding
from communes.web.storage.news import FOLDER_TYPE
from datetime import datetime
from datetime import UTC
from Products.DCWorkflow.interfaces import IAfterTransitionEvent
from zope.interface.interfaces import IObjectEvent
from zope.lifecycleevent.interfaces import IObjectModifiedEvent


def check_event(event: IEvent, change: IObjectEvent) -> None:
    """Every list and calendar relies on events that keep to their rule."""
    check_recurrence(event_of(event))
    if IObjectModifiedEvent.providedBy(change):
        # Calendars read it anew when this number has grown (RFC 5545, 3.8.7.4).
        event.version += 1


def check_agenda(agenda: IAgenda, change: IObjectEvent) -> None:
    """Lists of agendas rely on feeds without circles."""
    check_feeding(agenda, AGENDA_TYPE)


def check_folder(folder: INewsFolder, change: IObjectEvent) -> None:
    """Lists of news rely on feeds without circles."""
    check_feeding(folder, FOLDER_TYPE)


def note_publication(news: INews, change: IAfterTransitionEvent) -> None:
    """Lists of news are in the order they were first published."""
    published = change.new_state.id == WebState.PUBLISHED
    if published and news.published_on is None:
        news.published_on = datetime.now(UTC)
        news.reindexObject(idxs=["web_begins", "web_news"])


def answer_proposal(obj: IWebContent, change: IAfterTransitionEvent) -> None:
    """Citizens rely on an answer to what they proposed."""
    if change.transition is not None:
        comment = str((change.kwargs or {}).get("comment", ""))
        answer(obj, change.new_state.id, comment)
