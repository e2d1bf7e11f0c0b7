"""A stranger who follows every link of a site, and guesses what is not linked."""

from collections import deque
from collections.abc import Iterable
from collections.abc import Iterator
from communes.core.testing.stranger import Answer
from communes.core.testing.stranger import Client
from dataclasses import dataclass
import html
import re
from urllib.parse import urldefrag
from urllib.parse import urljoin


#: Where every public site begins.
DOORS = ("", "robots.txt", "sitemap.xml")
#: What Plone and the suite answer on any place, whether a page links it or not.
GUESSES = (
    "view", "@@view", "listing_view", "folder_listing", "folder_contents", "edit",
    "sharing", "@@historyview", "sitemap", "sitemap.xml.gz", "search_rss", "RSS",
    "rss.xml", "atom.xml", "manage_main", "manage_workspace", "objectIds",
    "objectValues", "title", "waiting", "projections", "@@download/file",
    "@navigation", "@contextnavigation", "@breadcrumbs", "@actions", "@types",
    "@workflow", "@history", "@sharing", "@users", "@groups", "@registry",
    "@vocabularies", "@openapi", "@addons", "@site", "@comments", "@aliases",
    "@querystring-search", "@exchange", "@search?fullobjects=1&b_size=100",
    "@search?SearchableText=hippodrome&metadata_fields=_all",
    "@search?SearchableText=zorgl*", "@communes-search?q=hippodrome&facet=type",
    "@communes-search?q=hippodrome&snippets=1", "@communes-suggest?q=zorgl",
    "@communes-suggest?q=hippo", "@@search?SearchableText=hippodrome",
    "@@updated_search?SearchableText=hippodrome", "@@ajax-search?SearchableText=hippo",
    "livesearch_reply?q=hippodrome", "decisions?texte=hippodrome",
    "decisions?q=hippodrome", "decisions?SearchableText=hippodrome",
    "?expand=navigation,breadcrumbs,actions,types,workflow", "++api++",
    "?fullobjects=1", "@@openapi", "@@jobs", "@@journal", "@@exchange",
)  # fmt: skip
SUFFIXES = ("", ".jsonld", ".ttl", ".json", ".xml", ".csv", ".atom", ".ics", ".pdf")
#: What a permanent address is asked as; a guess is asked as what would answer it.
ACCEPTS = ("text/html", "application/json", "application/ld+json", "text/turtle")
PERMALINK = re.compile(r"/\d{5}(/[\w-]+)*")
PROGRAM = re.compile(r"/@[^@]|\+\+api|expand=|fullobjects")
#: Addresses that show nothing of the portal: scripts, styles, pictures of the theme.
SKIPPED = re.compile(
    r"\+\+(plone|resource|webresource)\+\+|\.(css|js|svg|woff2?)(\?|$)"
)
_QUOTED = re.compile(r"""(?:href|src|action)\s*=\s*["']([^"']+)["']""")


@dataclass(frozen=True)
class Leak:
    """A private word where anybody reads it."""

    url: str
    accept: str
    words: tuple[str, ...]


class Crawler:
    """Asks everything it finds below one address; ``asked`` is how much that was.

    :param words: private words, none of which may be read anywhere.
    :param doors: where the site begins for people and programs, beside ``DOORS``.
    """

    def __init__(
        self,
        site: str,
        words: Iterable[str],
        most: int = 2000,
        doors: Iterable[str] = (),
    ) -> None:
        self.client = Client(site)
        self.site = site
        self.words = tuple(word.lower() for word in words)
        self.most = most
        self.doors = (*DOORS, *doors)
        self.asked: dict[tuple[str, str], int] = {}

    def leaks(
        self, paths: Iterable[str] = (), places: Iterable[str] = ()
    ) -> Iterator[Leak]:
        """Yield each private word met.

        :param paths: addresses to ask in every form, beside the doors of the site.
        :param places: where to guess too, beside the site itself.
        """
        waiting = deque(f"{path}{suffix}" for path in paths for suffix in SUFFIXES)
        waiting += [f"{one}/{guess}" for one in places for guess in GUESSES]
        waiting += [*self.doors, *GUESSES]
        while waiting and len(self.asked) < self.most:
            address = urljoin(f"{self.site}/", waiting.popleft())
            url = urldefrag(address)[0].replace(" ", "%20")
            if not url.startswith(self.site) or SKIPPED.search(url):
                continue
            for accept in self._accepts(url):
                if (url, accept) not in self.asked:
                    found = self.client(url, Accept=accept)
                    self.asked[url, accept] = found.status
                    yield from self._words(url, accept, found)
                    waiting += self._links(url, found)

    def _accepts(self, url: str) -> tuple[str, ...]:
        if PERMALINK.fullmatch(url.removeprefix(self.site)):
            return ACCEPTS
        return ("application/json",) if PROGRAM.search(url) else ("text/html",)

    def _words(self, url: str, accept: str, found: Answer) -> Iterator[Leak]:
        said = f"{found.headers}{found.body.decode('utf-8', 'replace')}".lower()
        met = tuple(word for word in self.words if word in said)
        # What an address says is given back by what does not know it.
        met = tuple(word for word in met if word not in url.lower())
        if met:
            yield Leak(url, accept, met)

    def _links(self, url: str, found: Answer) -> list[str]:
        text = found.body.decode("utf-8", "replace").replace("\\/", "/")
        absolute = re.findall(re.escape(self.site) + r"""[^\s"'<>\\)\]]*""", text)
        near = [found.headers["location"]] if "location" in found.headers else []
        if "html" in found.headers.get("content-type", ""):
            near += [html.unescape(one) for one in _QUOTED.findall(text)]
        return absolute + [urljoin(url if url != self.site else f"{url}/", one)
                           for one in near]  # fmt: skip
