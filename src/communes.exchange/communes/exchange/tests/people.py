"""Who opens the pages and asks the services in the tests."""

from communes.core.testing.program import Program as AnyProgram
from communes.exchange.lanes.storage import lanes_of
from communes.exchange.outbox import api as outbox
import html
from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import SITE_OWNER_PASSWORD
from plone.app.testing import TEST_USER_NAME
from plone.app.testing import TEST_USER_PASSWORD
from plone.testing.zope import Browser
import re
import transaction
from urllib.parse import urlencode


INTEGRATOR = (SITE_OWNER_NAME, SITE_OWNER_PASSWORD)
AGENT = (TEST_USER_NAME, TEST_USER_PASSWORD)
_TOKEN = re.compile(r'data-authenticator="([^"]+)"')


class Program(AnyProgram):
    """Its examples are those of the exchange."""

    solution = "exchange"

    def __init__(self, functional, who=INTEGRATOR):
        super().__init__(functional, *who)


class Person:
    """Somebody at a browser without scripts."""

    def __init__(self, functional, who=INTEGRATOR):
        self.site = functional["portal"].absolute_url()
        self.browser = Browser(functional["app"])
        self.browser.raiseHttpErrors = False
        self.browser.addHeader("Authorization", f"Basic {who[0]}:{who[1]}")

    @property
    def text(self):
        """The last page, letters written as numbers being letters again."""
        return html.unescape(self.browser.contents)

    def get(self, page):
        """Open a page of the site; return its status."""
        transaction.commit()
        self.browser.open(f"{self.site}/{page}")
        return self._status()

    def post(self, page, token=True, **values):
        """Send a form; return the status of the page that answers."""
        transaction.commit()
        if token:
            self.browser.open(f"{self.site}/@@echanges")
            found = _TOKEN.search(self.browser.contents)
            values["_authenticator"] = found[1] if found else ""
        self.browser.post(f"{self.site}/{page}", urlencode(values))
        return self._status()

    def _status(self):
        # Plone sends who may not open a page to its login, with status 200 there.
        if "login" in self.browser.url or "insufficient-privileges" in self.browser.url:
            return 403
        return int(self.browser.headers["Status"].split()[0])


def state(site, id):
    """Return where a message to the peer « portail » stands now."""
    transaction.begin()
    lanes = lanes_of(site, outbox.KEY)
    return lanes.get(lanes.place("portail", id)).state
