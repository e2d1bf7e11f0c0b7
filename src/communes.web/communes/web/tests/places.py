"""A directory with an administration, a library and a bakery, for the tests."""

from communes.core.shell.interfaces import IShellSettings
from communes.web.api.transition import do_step
from communes.web.directory import api as door
from communes.web.directory import private
from communes.web.interfaces import IWebLayer
from contextlib import contextmanager
import json
from plone import api
from plone.app.testing import login
from plone.app.testing import logout
from plone.app.testing import setRoles
from plone.app.testing import TEST_USER_ID
from plone.app.testing import TEST_USER_NAME
from plone.protect.authenticator import createToken
import re
from zope.interface import alsoProvides


SECRET = "+32470999888"
NOTE = "Clé chez la voisine"
TREE = [
    {"id": "services", "title": "Services communaux"},
    {"id": "culture", "title": "Culture", "parent": "services"},
    {"id": "commerces", "title": "Commerces"},
]
ENTITIES = [{"id": "99901", "title": "Valmont-sur-Lesse", "postcodes": ["5999"]}]
WEEK = [
    *({"intervals": ["08:30-12:00", "13:30-16:00"]} for _day in range(5)),
    {},
    {},
]
HOURS = {"schedules": [{"name": "Horaire", "week": WEEK}]}
LIBRARY = {
    "title": "Bibliothèque communale",
    "description": "Des livres pour tous les âges.",
    "phones": [{"number": "082/12.34.56", "label": "Accueil"}],
    "mails": [{"address": "biblio@valmont.example"}],
    "links": [{"url": "https://biblio.example/"}],
    "address": {"street": "Rue Haute", "number": "3", "postcode": "5999",
                "town": "Valmont-sur-Lesse"},
    "place": {"latitude": 50.26, "longitude": 4.91},
    "categories": ["culture"],
    "facilities": ["wifi", "wheelchair_access"],
    "hours": HOURS,
    "entity": "99901",
}  # fmt: skip
BAKERY = {
    "title": "=Boulangerie Dupont",
    "categories": ["commerces"],
    "facilities": ["wheelchair_access"],
    "phones": [{"number": "0470 11 12 22", "kind": "cell"}],
}


@contextmanager
def acting(role):
    """Be somebody with one role over the site; « Anonymous » is nobody."""
    before = api.user.get_current().getId()
    if role == "Anonymous":
        logout()
    else:
        login(api.portal.get(), TEST_USER_NAME)
        setRoles(api.portal.get(), TEST_USER_ID, ["Member", role])
    try:
        yield
    finally:
        logout()
        if before == TEST_USER_ID:
            login(api.portal.get(), TEST_USER_NAME)


def open_to_all():
    """Make the site one that strangers read, with its layer on the request."""
    name = f"{IShellSettings.__identifier__}.audience"
    api.portal.set_registry_record(name, "public")
    alsoProvides(api.portal.get().REQUEST, IWebLayer)


def make_directory(site):
    """Return a published directory of three entries, the last one private."""
    open_to_all()
    with acting("Manager"):
        found = door.create_directory(
            site, {"title": "Annuaire", "tree": TREE, "entities": ENTITIES}
        )
        do_step(found, "publish")
        library = door.create_entry(found, LIBRARY)
        private.edit_private(
            library,
            {"phones": [{"number": SECRET}], "note": NOTE,
             "keeper": "cle@valmont.example"},
        )  # fmt: skip
        bakery = door.create_entry(found, BAKERY)
        for one in (library, bakery):
            do_step(one, "publish")
        door.create_entry(found, {"title": "Projet secret"})
    return found


def page(context, name="view", method="GET", **form):
    """Return a page of a context, asked with a form."""
    request = api.portal.get().REQUEST
    request.form.clear()
    request.form.update(form)
    request.method = method
    request.environ["QUERY_STRING"] = ""
    request.response.setStatus(200)
    return api.content.get_view(name, context, request)


def post(context, name, **form):
    """Press the button of a form; return what the page answers."""
    return page(context, name, "POST", _authenticator=createToken(), **form)()


def machines(markup):
    """Return what a page tells to search engines."""
    found = re.findall(r'application/ld\+json">(.+?)</script>', markup, re.S)
    return [json.loads(one) for one in found]
