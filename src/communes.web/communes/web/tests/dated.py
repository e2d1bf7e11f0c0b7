"""Agendas, events, news and albums made by the doors, and pages as people see them."""

from communes.core.shell.interfaces import IShellSettings
from communes.web.api import agenda as agendas
from communes.web.api import albums
from communes.web.api import news as news_door
from communes.web.api.transition import do_step
from communes.web.interfaces import IWebLayer
from datetime import datetime
from datetime import timedelta
from plone import api
from plone.app.testing import login
from plone.app.testing import logout
from plone.app.testing import setRoles
from plone.app.testing import TEST_USER_ID
from plone.app.testing import TEST_USER_NAME
from Products.CMFCore.indexing import processQueue
from zope.interface import alsoProvides


TOMORROW = datetime.now().replace(hour=20, minute=0, second=0, microsecond=0) + (
    timedelta(days=1)
)


def as_webmaster(site):
    """Log in as who may do everything, on a site for citizens."""
    name = f"{IShellSettings.__identifier__}.audience"
    api.portal.set_registry_record(name, "public")
    alsoProvides(site.REQUEST, IWebLayer)
    login(site, TEST_USER_NAME)
    setRoles(site, TEST_USER_ID, ["Manager"])
    return site


def agenda(site, title="Agenda", public=True, **values):
    """Return an agenda, published."""
    made = agendas.create_agenda(site, {"title": title, **values})
    return published(made) if public else made


def event(place, title="Concert", public=True, **values):
    """Return an event of tomorrow evening, published."""
    kept = {
        "event_starts": TOMORROW.isoformat(),
        "event_ends": (TOMORROW + timedelta(hours=2)).isoformat(),
    }
    made = agendas.create_event(place, {"title": title, **kept, **values})
    return published(made) if public else made


def folder(site, title="Actualités", public=True, **values):
    """Return a folder of news, published."""
    made = news_door.create_folder(site, {"title": title, **values})
    return published(made) if public else made


def news(place, title="Rue fermée", public=True, **values):
    """Return a piece of news, published."""
    made = news_door.create_news(place, {"title": title, **values})
    return published(made) if public else made


def album(site, title="Carnaval", **values):
    """Return an album, private."""
    return albums.create_album(site, {"title": title, **values})


def published(obj):
    """Publish a content."""
    do_step(obj, "publish")
    return obj


def shown(obj, name="view", **form):
    """Return a page of a content as whoever is logged in sees it."""
    processQueue()
    request = obj.REQUEST
    request.form.clear()
    request.form.update(form)
    view = api.content.get_view(name, obj, request)
    return view()


def shown_to_citizen(obj, name="view", **form):
    """Return a page as anybody sees it."""
    logout()
    try:
        return shown(obj, name, **form)
    finally:
        login(api.portal.get(), TEST_USER_NAME)
