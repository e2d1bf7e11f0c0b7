"""An agent at a browser without scripts, logged in as one of the town's people."""

from communes.deliberations.tests import builders
from plone import api
from plone.testing.zope import Browser
import re
import transaction
from urllib.parse import urlencode


PASSWORD = "Secret-123456"
_LETTER = re.compile(r"&#(\d+);")
_TOKEN = re.compile(r'data-authenticator="([^"]+)"')


class Agent:
    """Opens pages and sends forms; keeps the last status and page."""

    def __init__(self, functional: object, account: str) -> None:
        self.browser = Browser(functional["app"])
        self.browser.followRedirects = True
        self.browser.handleErrors = True
        self.browser.raiseHttpErrors = False
        self.browser.addHeader("Authorization", f"Basic {account}:{PASSWORD}")
        self.token = ""

    @property
    def text(self) -> str:
        """The last page; letters written as numbers are letters again."""
        page = self.browser.contents
        page = page.decode() if isinstance(page, bytes) else page
        return _LETTER.sub(lambda found: chr(int(found[1])), page)

    def get(self, url: str) -> int:
        """Open a page and return its status."""
        self.browser.open(url)
        return self._status()

    def post(self, url: str, token: bool = True, **values: object) -> int:
        """Send a form, with the token of the site unless told otherwise."""
        pairs = [
            (name.replace("__", "."), one)
            for name, value in values.items()
            for one in (value if isinstance(value, (list, tuple)) else [value])
        ]
        if token:
            pairs.append(("_authenticator", self.site_token(url)))
        self.browser.post(url, urlencode(pairs))
        return self._status()

    def site_token(self, url: str) -> str:
        """Return the token that the page beside ``url`` gives to this person."""
        if not self.token:
            self.browser.open(url.rsplit("/", 1)[0])
            self.token = _TOKEN.search(self.browser.contents).group(1)
        return self.token

    def _status(self) -> int:
        # Plone sends who may not open a page to its login, with status 200 there.
        if "login" in self.browser.url or "insufficient-privileges" in self.browser.url:
            return 403
        return int(self.browser.headers["Status"].split()[0])


def committed(make):
    """Return what ``make`` builds in the town, committed for the browser to see."""
    found = make()
    transaction.commit()
    return found


def held_meeting(count: int = 2, **values: object):
    """Return a meeting whose minutes are being written, with everybody present."""
    meeting = builders.meeting()
    items = [
        builders.validated(title=f"Point {n}", **values) for n in range(1, count + 1)
    ]
    with builders.as_user("directeur-general"):
        for item in items:
            builders.door.present(item, meeting)
        builders.door.do_transition(meeting, "freeze")
        builders.door.do_transition(meeting, "decide")
        seats = dict.fromkeys((*builders.SEATS, "dg"), "present")
        builders.door.set_presences(meeting, seats)
    return meeting, items


def state_of(obj: object) -> str:
    """Return the state as committed by the last request."""
    transaction.begin()
    return api.content.get_state(obj=obj)
