"""What the rail, the top bar and the menus show to one person on one page."""

from communes.core.dashboards.interfaces import ISearchEngine
from communes.core.i18n import _
from communes.core.parts.domain.values import Notice
from communes.core.shell.interfaces import Entry
from communes.core.shell.interfaces import ICommonEntries
from communes.core.shell.interfaces import INewEntries
from communes.core.shell.interfaces import IPublicEntries
from communes.core.shell.interfaces import IShellSettings
from communes.core.solutions.api import available
from communes.core.theme.api import branding
from communes.core.theme.api import citizens_script
from communes.core.theme.api import citizens_styles
from communes.core.theme.api import PUBLIC_STYLES
from communes.core.theme.api import static_url
from communes.core.theme.api import STYLES
from communes.core.theme.fonts import font_addresses
from functools import cached_property
from plone import api
from plone.registry.interfaces import IRegistry
from Products.Five.browser import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from Products.statusmessages.interfaces import IStatusMessage
from zope.component import getAdapters
from zope.component import queryMultiAdapter
from zope.component import queryUtility


#: How many lines of the rail fit at the bottom of a telephone, beside « Menu ».
PHONE_LINES = 4


class Shell(BrowserView):
    """``@@shell``: person, places and looks, for the template of the page."""

    template = ViewPageTemplateFile("templates/shell.pt")

    @cached_property
    def site(self):
        return api.portal.get()

    @cached_property
    def site_url(self) -> str:
        return self.site.absolute_url()

    @cached_property
    def looks(self):
        return branding()

    @cached_property
    def styles(self) -> list[str]:
        """The style sheets in the order they override each other; one for citizens."""
        if self.bundled:
            bundle = citizens_styles(self.site, self.request)
            version = f"{bundle.version}{self.looks.version}"
            return [f"{self.site_url}/@@citizens.css?v={version}"]
        base = static_url(self.site_url)
        names = STYLES if self.for_agents else (*STYLES, *PUBLIC_STYLES)
        ours = [f"{base}/css/{name}.css" for name in names]
        return [*ours, f"{self.site_url}/@@branding.css?v={self.looks.version}"]

    @property
    def bundled(self) -> bool:
        """Whether the page is for a citizen: all sheets and modules are one then."""
        return self.anonymous and not self.for_agents

    @property
    def fonts(self) -> list[str]:
        """The files of the font that the browser may ask for before the sheets."""
        if not self.bundled:
            return []
        return font_addresses(self.looks.font, static_url(self.site_url))

    @property
    def script(self) -> str:
        """The one module that starts the others."""
        if self.bundled:
            return f"{self.site_url}/@@citizens.js?v={citizens_script().version}"
        return f"{static_url(self.site_url)}/js/page.js"

    @property
    def plone_bundle(self) -> str:
        """Plone's patterns, for the few fields that need one (rich text)."""
        return f"{self.site_url}/++plone++static/bundle-plone/bundle.min.js"

    @property
    def logo_url(self) -> str:
        if not self.looks.logo:
            return ""
        return f"{self.site_url}/@@branding-logo?v={self.looks.version}"

    @cached_property
    def for_agents(self) -> bool:
        return audience() == "agents"

    @cached_property
    def anonymous(self) -> bool:
        return api.user.is_anonymous()

    @cached_property
    def person(self) -> str:
        user = api.user.get_current()
        return user.getProperty("fullname", "") or user.getUserName()

    @property
    def integrator(self) -> bool:
        return api.user.has_permission("Plone Site Setup: Overview", obj=self.site)

    @cached_property
    def solutions(self) -> list[Entry]:
        """The solutions this person has, with what waits in each."""
        found = []
        for _name, solution in available(self.site):
            url = f"{self.site_url}/{solution.home.lstrip('/')}"
            waiting = solution.waiting(self.site)
            found.append(Entry(solution.title, url, waiting, self._here(url)))
        return found

    @cached_property
    def common(self) -> list[Entry]:
        return self._gather(ICommonEntries)

    @cached_property
    def new(self) -> list[Entry]:
        return self._gather(INewEntries)

    @cached_property
    def public(self) -> list[Entry]:
        """The lines of the head of a public site."""
        return self._gather(IPublicEntries)

    @cached_property
    def home(self) -> Entry:
        """The dashboard; its counter is the sum of what waits elsewhere."""
        url = f"{self.site_url}/@@tableau-de-bord"
        here = self.request.get("ACTUAL_URL", "").rstrip("/")
        current = here in (self.site_url, url, url.replace("@@", ""))
        waiting = sum(entry.waiting for entry in self.solutions)
        return Entry(
            _("dashboard_title", default="Tableau de bord"), url, waiting, current
        )

    @property
    def suggestions(self) -> str:
        """The address of suggestions for the search box; empty without any."""
        engine = queryMultiAdapter((self.site, self.request), ISearchEngine)
        place = getattr(engine, "suggestions", "")
        return f"{self.site_url}/{place}" if place else ""

    @property
    def phone_lines(self) -> int:
        return PHONE_LINES - 1

    @property
    def macros(self):
        """The macros of rail and top bar."""
        return self.template.macros

    @property
    def notices(self) -> list[Notice]:
        """What the last request has to say; reading it takes it away."""
        messages = IStatusMessage(self.request).show()
        kinds = {"error": "late", "warning": "wait", "info": "ok"}
        return [Notice(one.message, kinds.get(one.type, "info")) for one in messages]

    def wants_patterns(self, view) -> bool:
        """Whether the page holds a field only Plone's scripts can make.

        A form of ours says so itself; other pages of Plone always do.
        """
        asked = getattr(view, "wants_patterns", None)
        return not self.anonymous if asked is None else bool(asked)

    def _gather(self, contract) -> list[Entry]:
        adapters = getAdapters((self.site, self.request), contract)
        groups = [adapter.entries() for _name, adapter in sorted(adapters)]
        return [entry for group in groups for entry in group]

    def _here(self, url: str) -> bool:
        here = self.request.get("ACTUAL_URL", "") + "/"
        return here.startswith(url.rstrip("/") + "/")


def audience() -> str:
    """Return "agents" or "public": who this site is for."""
    registry = queryUtility(IRegistry)
    record = f"{IShellSettings.__identifier__}.audience"
    found = registry.get(record) if registry is not None else None
    return found or IShellSettings["audience"].default
