"""``<institution>/publications/publications.atom``: the same search, as a feed."""

from communes.publications.api import register
from communes.publications.browser.publication.shelf import ShelfPage
from communes.publications.domain.publication.feed import publications_atom
from communes.publications.domain.publication.register import Wanted
from dataclasses import replace


class Feed(ShelfPage):
    """Takes the filters of the page; what was taken back is in it, with its reason."""

    def template(self) -> bytes:
        """Return the feed; validators and proxies are those of a page."""
        content_type = "application/atom+xml; charset=utf-8"
        self.request.response.setHeader("Content-Type", content_type)
        self.request.response.setHeader("Access-Control-Allow-Origin", "*")
        wanted: Wanted = replace(self.wanted, in_force=False)
        found = register.register_lines(self.institution, wanted)
        name = self.institution.title
        return publications_atom(
            f"Règlements et avis – {name}", self.feed_url, name, found, self.url
        )
