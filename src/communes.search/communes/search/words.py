"""What types, states, people and places are called, for who reads a page of results."""

from functools import cached_property
from plone import api
from Products.CMFCore.utils import getToolByName
from typing import Any
from zope.i18n import translate


class Words:
    """The words of one site for the current user; each is looked up once."""

    def __init__(self, site: Any) -> None:
        self.site = site
        self._people: dict[str, str] = {}
        self._places: dict[str, str] = {}
        self._states: dict[tuple[str, str], str] = {}

    @cached_property
    def types(self) -> dict[str, str]:
        """The titles, by name, of the types that the site lets be searched."""
        hidden = set(api.portal.get_registry_record("plone.types_not_searched") or ())
        return {
            info.getId(): info.Title()
            for info in getToolByName(self.site, "portal_types").listTypeInfo()
            if info.getId() not in hidden
        }

    def state(self, state: str, portal_type: str = "") -> str:
        """Return the title of a state, of that type or of any that has it."""
        if not state:
            return ""
        key = (state, portal_type)
        if key not in self._states:
            self._states[key] = self._title_of_state(state, portal_type)
        return self._states[key]

    def person(self, user: str) -> str:
        """Return the name of an account; to who is not logged in, nobody is named."""
        if not user or api.user.is_anonymous():
            return ""
        if user not in self._people:
            self._people[user] = self._full_name(user)
        return self._people[user]

    def place(self, path: str) -> str:
        """Return the titles of the containers above, but the last three at most.

        A container that the reader may not see has no title here.
        """
        above = path.split("/")[len(self.site.getPhysicalPath()) : -1]
        base = "/".join(self.site.getPhysicalPath())
        paths = []
        for name in above:
            base = f"{base}/{name}"
            paths.append(base)
        self._look_up([one for one in paths if one not in self._places])
        titles = [self._places.get(one, "") for one in paths]
        return " › ".join(filter(None, titles[-3:]))

    def _look_up(self, paths: list[str]) -> None:
        if not paths:
            return
        catalog = getToolByName(self.site, "portal_catalog")
        self._places.update(dict.fromkeys(paths, ""))
        for brain in catalog.searchResults(path={"query": paths, "depth": 0}):
            self._places[brain.getPath()] = brain.Title or ""

    def _title_of_state(self, state: str, portal_type: str) -> str:
        workflows = getToolByName(self.site, "portal_workflow")
        types = [portal_type] if portal_type else list(self.types)
        for name in types:
            for each in workflows.getChainForPortalType(name):
                # By item: as an attribute « created » is a method of the site.
                found = workflows[each].states.get(state)
                if found is not None and found.title:
                    return translate(
                        found.title, domain="plone", context=self.site.REQUEST
                    )
        return state

    def _full_name(self, user: str) -> str:
        found = api.user.get(userid=user)
        if found is None:
            return ""
        return found.getProperty("fullname", "") or found.getUserName()
