"""Where what others share stands until somebody brings it elsewhere."""

from communes.core.access.catalog import unrestricted
from communes.web.api import contents
from communes.web.directory import api as directory
from communes.web.domain.states import WebTransition
from plone import api
from typing import Any


#: Kind -> type of the place, its address, and its French name.
PLACES = {
    "event": ("Agenda", "agenda-des-voisins", "Agenda des communes voisines"),
    "news": ("NewsFolder", "actualites-des-voisins", "Actualités des voisins"),
    "entry": ("Directory", "annuaire-des-voisins", "Annuaire des communes voisines"),
}
_EXTERNAL = "communes.web.shared:{}"


def place_for(site: Any, name: str) -> Any:
    """Return the place for what is shared of a kind, made and published if needed.

    The commune may move and rename it: it is known by its external id.
    """
    kind, id, title = PLACES[name]
    found = unrestricted(web_external_id=_EXTERNAL.format(name))
    if found:
        return found[0]._unrestrictedGetObject()
    if kind == "Directory":
        made = directory.create_directory(site, {"title": title}, id)
    else:
        made = contents.create(site, kind, {"title": title}, id)
    made.external_id = _EXTERNAL.format(name)
    workflow = api.portal.get_tool("portal_workflow")
    workflow.doActionFor(made, WebTransition.PUBLISH.value)
    made.reindexObject()
    return made
