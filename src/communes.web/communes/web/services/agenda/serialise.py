"""Events, news and pictures as the services tell them."""

from communes.web.api.agenda import event_record
from communes.web.api.happenings import Row
from communes.web.api.news import ListedNews
from communes.web.api.news import news_record
from communes.web.api.pictures import told_picture
from communes.web.domain.agenda.event import Event
from communes.web.domain.agenda.wording import recurrence_in_words
from communes.web.domain.agenda.wording import when_in_words
from communes.web.domain.clock import local
from communes.web.domain.pictures import Crop
from communes.web.domain.reading import tell
from communes.web.domain.showing import shown
from dataclasses import asdict
from plone import api
from typing import Any


#: What tells where an event stands, and what is asked for by another name.
_APART = ("id", "agendas", "image_url", "starts", "ends", "version", "address", "place")


def event_url(place: Any, uid: str) -> str:
    """Return the address of an event among the services."""
    return f"{place.absolute_url()}/@web-events/{uid}"


def event_json(place: Any, obj: Any) -> dict[str, Any]:
    """Return an event, its state and revision beside."""
    text = obj.text.raw if obj.text else ""
    return {
        "@id": event_url(place, obj.UID()),
        "page": obj.absolute_url(),
        "state": api.content.get_state(obj),
        "revision": obj.revision,
        "external_id": obj.external_id,
        **_event(event_record(obj)),
        "text": text,
        "video_url": obj.video_url,
        "picture": obj.picture,
    }


def row_json(place: Any, row: Row) -> dict[str, Any]:
    """Return one time of an event of a list, which wakes none."""
    one = row.time
    return {
        "@id": event_url(place, one.event.id),
        "page": row.listed.url,
        "begins": local(one.begins).isoformat(),
        "over": local(one.over).isoformat(),
        "open_end": one.end is None,
        "when": when_in_words(one),
        **_event(one.event),
        "picture": picture_told(row.listed.url, row.listed.picture),
    }


def _event(event: Event) -> dict[str, Any]:
    told = {name: one for name, one in tell(event).items() if name not in _APART}
    point = event.place
    return {
        "id": event.id,
        **told,
        "event_starts": event.starts.isoformat(timespec="minutes"),
        "event_ends": event.ends.isoformat(timespec="minutes") if event.ends else None,
        "excluded": [one.isoformat(timespec="minutes") for one in event.excluded],
        "added": [one.isoformat(timespec="minutes") for one in event.added],
        "again": recurrence_in_words(event),
        "street": event.address.street,
        "number": event.address.number,
        "postcode": event.address.postcode,
        "town": event.address.town,
        "latitude": point.latitude if point else None,
        "longitude": point.longitude if point else None,
    }


def news_url(place: Any, uid: str) -> str:
    """Return the address of a piece of news among the services."""
    return f"{place.absolute_url()}/@web-news/{uid}"


def news_json(place: Any, obj: Any) -> dict[str, Any]:
    """Return a piece of news, its state and revision beside."""
    told = tell(news_record(obj))
    for name in ("folders", "image_url", "image_text", "summary"):
        del told[name]
    return {
        "@id": news_url(place, obj.UID()),
        "page": obj.absolute_url(),
        "state": api.content.get_state(obj),
        "revision": obj.revision,
        "external_id": obj.external_id,
        **told,
        "description": obj.description,
        "audiences": list(obj.audiences),
        "link": obj.link,
        "video_url": obj.video_url,
        "picture": obj.picture,
    }


def news_row_json(place: Any, row: ListedNews) -> dict[str, Any]:
    """Return news of a list, which wakes none."""
    news = row.news
    return {
        "@id": news_url(place, news.id),
        "page": row.url,
        "id": news.id,
        "title": news.title,
        "description": news.summary,
        "published": news.published.isoformat(),
        "expires": news.expires.isoformat() if news.expires else None,
        "categories": list(news.categories),
        "picture": picture_told(row.url, row.picture),
    }


def picture_told(url: str, told: Any) -> dict[str, Any] | None:
    """Return the picture at the head of something listed, None without one."""
    if told is None:
        return None
    return asdict(shown(f"{url}/{told['path']}", told))


def picture_json(picture: Any, leads: bool) -> dict[str, Any]:
    """Return a picture: its words, its size and the addresses of its scales."""
    told, url = told_picture(picture), picture.absolute_url()
    return {
        "@id": f"{picture.__parent__.absolute_url()}/@web-pictures/{picture.getId()}",
        "page": f"{url}/view",
        "id": picture.getId(),
        "title": picture.title,
        "alternative": picture.alternative,
        "author": picture.author,
        "width": told["width"],
        "height": told["height"],
        "crops": told["crops"],
        "leads": leads,
        "revision": picture.revision,
        "original": f"{url}/originale",
        "shown": asdict(shown(url, told)),
        **{crop.value: asdict(shown(url, told, crop)) for crop in Crop},
    }
