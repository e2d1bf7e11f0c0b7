"""Pages and folders made by the door, and the people who write them."""

from communes.web.api.contents import create
from communes.web.api.transition import do_step
from communes.web.tests.dated import as_webmaster
from plone import api
from plone.app.testing import login
from plone.app.testing import TEST_USER_NAME


PASSWORD = "Secret-123456"
AUDIENCE = "communes.core.shell.interfaces.IShellSettings.audience"
#: Login -> role over all the site.
PEOPLE = {
    "gestionnaire": "WebManager",
    "editrice": "WebEditor",
    "contributeur": "WebContributor",
    "validatrice": "WebValidator",
    "visiteur-inscrit": "Member",
}


def with_people(site):
    """Make one account for each role on a public site; be who may do everything."""
    as_webmaster(site)
    api.portal.set_registry_record(AUDIENCE, "public")
    for name, role in PEOPLE.items():
        if api.user.get(userid=name) is None:
            address = f"{name}@valmont.example"
            api.user.create(username=name, email=address, password=PASSWORD)
            api.user.grant_roles(username=name, roles=["Member", role])
    return site


def acting_as(name):
    """Be one of the people from here on."""
    login(api.portal.get(), name)


def acting_as_webmaster():
    """Be who may do everything again."""
    login(api.portal.get(), TEST_USER_NAME)


def page(place, title="Collecte des déchets", *sections, public=False, **values):
    """Return a page with sections given as (kind, holds) or as rows."""
    rows = []
    for number, one in enumerate(sections, start=1):
        row = one
        if isinstance(one, tuple):
            kind, holds = one
            row = {"kind": kind, "holds": holds}
        rows.append({"id": f"s{number}", **row})
    made = create(place, "Page", {"title": title, "sections": tuple(rows), **values})
    return published(made) if public else made


def folder(place, title="Vivre ici", public=False, **values):
    """Return a folder."""
    made = create(place, "Folder", {"title": title, **values})
    return published(made) if public else made


def published(obj):
    """Publish a content."""
    do_step(obj, "publish")
    return obj
