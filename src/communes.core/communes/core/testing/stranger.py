"""A stranger who asks a served site over the wire, without following anything."""

from communes.core.shell.interfaces import IShellSettings
from dataclasses import dataclass
import http.client
from plone import api
from urllib.parse import urlsplit


@dataclass(frozen=True)
class Answer:
    """What came back; header names in lower case."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()


class Client:
    """Asks one site, without following anything."""

    def __init__(self, site: str) -> None:
        self.site = site

    def __call__(self, path: str, method: str = "GET", **headers: str) -> Answer:
        """Ask a path of the site, or an address; ``If_None_Match`` is a header."""
        url = path if path.startswith("http") else f"{self.site}/{path}".rstrip("/")
        parts = urlsplit(url)
        target = f"{parts.path}?{parts.query}" if parts.query else parts.path
        connection = http.client.HTTPConnection(parts.netloc, timeout=30)
        sent = {name.replace("_", "-"): value for name, value in headers.items()}
        try:
            connection.request(method, target, headers=sent)
            answer = connection.getresponse()
            found = {name.lower(): value for name, value in answer.getheaders()}
            return Answer(answer.status, found, answer.read())
        finally:
            connection.close()


def open_to_all() -> None:
    """Make the site one that strangers read."""
    name = f"{IShellSettings.__identifier__}.audience"
    api.portal.set_registry_record(name, "public")
