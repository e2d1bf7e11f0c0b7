"""``/programme``: the programmes of the site, one of them, one element, its data.

``/programme/<plan>``, ``/programme/<plan>/<element>``, ``…/donnees.json``,
``…/donnees.csv`` and ``…/integrer``, a fragment another site may show in a frame.
"""

from communes.core.dashboards.exports.csv_file import write as write_csv
from communes.core.dashboards.exports.domain import Table
from communes.core.errors.domain import DomainError
from communes.core.parts.domain.values import Crumb
from communes.core.parts.domain.values import Fact
from communes.core.parts.domain.writing import date_in_words
from communes.pst.api.citizens import COLUMNS
from communes.pst.api.citizens import programme
from communes.pst.api.citizens import programmes
from communes.pst.api.citizens import public_rows
from communes.pst.api.citizens import PublicElement
from communes.pst.api.citizens import PublicProgramme
from communes.pst.api.citizens import version
from communes.pst.browser.citizens import markup
from communes.pst.browser.citizens import words
from communes.pst.browser.citizens.answering import is_held
from communes.pst.browser.resources import resource
from communes.pst.i18n import _
from functools import cached_property
from html import escape
from io import BytesIO
import json
from plone import api
from Products.Five.browser import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any
from zExceptions import NotFound
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse


#: Whoever wants may show the fragment: it has no form, no cookie and no script.
FRAME_POLICY = "default-src 'none'; style-src 'self'; frame-ancestors *"


@implementer(IPublishTraverse)
class Programmes(BrowserView):
    """Everything below ``/programme``."""

    wants_patterns = False
    page = ViewPageTemplateFile("programme.pt")
    element_page = ViewPageTemplateFile("element.pt")
    list_page = ViewPageTemplateFile("list.pt")

    def __init__(self, context: Any, request: Any) -> None:
        super().__init__(context, request)
        self.path: list[str] = []

    def publishTraverse(self, request: Any, name: str) -> Any:  # noqa: N802
        """Take the names that follow: of a plan, of what is wanted of it."""
        if len(self.path) == 2:
            raise NotFound(name)
        self.path.append(name)
        return self

    def __call__(self) -> Any:
        if not self.path and len(self.all) != 1:
            return self._listed()
        wanted = self.path[1] if len(self.path) == 2 else ""
        if is_held(self.request, self.online.text):
            return ""
        answer = _ANSWERS.get(wanted)
        if answer is not None:
            return answer(self)
        if wanted and wanted not in self.found.by_id:
            raise NotFound(wanted)
        return self.element_page() if wanted else self.page()

    @cached_property
    def all(self) -> list[Any]:
        """The programmes the site shows."""
        return programmes(self.context)

    @cached_property
    def online(self) -> Any:
        """The version that is read."""
        try:
            return version(self.context, self.path[0] if self.path else self.all[0].id)
        except DomainError as unknown:
            raise NotFound(self.path[0]) from unknown

    @cached_property
    def found(self) -> PublicProgramme:
        """What it says."""
        return programme(self.online)

    @cached_property
    def url(self) -> str:
        return f"{api.portal.get().absolute_url()}/programme/{self.online.id}"

    @property
    def page_title(self) -> Any:
        if self.element is not None:
            return self.element.title
        if not self.path and len(self.all) != 1:
            return _("programmes_title", default="Programmes stratégiques")
        return self.found.title

    @property
    def style(self) -> str:
        return resource("pst.css")

    @property
    def element(self) -> PublicElement | None:
        """The element a page is of; None on the page of the whole."""
        return self.found.by_id.get(self.path[1]) if len(self.path) == 2 else None

    @property
    def trail(self) -> list[Crumb]:
        """What stands above the element, from the programme down."""
        above = [Crumb(self.found.title, self.url)]
        for one in self.found.above(self.element.id):
            above.append(Crumb(one.title, self.url_of(one.id)))
        return above

    def url_of(self, id: str) -> str:
        return f"{self.url}/{id}"

    @property
    def tree(self) -> str:
        """The whole, folded."""
        return markup.tree(self.found, self.url_of)

    @property
    def below(self) -> str:
        """What stands under the element; empty: nothing."""
        return markup.tree(self.found, self.url_of, self.element.id)

    @property
    def bar(self) -> str:
        return markup.bar(self.element.progress)

    @property
    def icons(self) -> str:
        return markup.icons(self.element)

    @property
    def facts(self) -> list[Fact]:
        one = self.element
        found = [Fact(term, value) for term, value in markup.facts(one)]
        if one.status:
            found.insert(0, Fact(_("public_where", default="Où cela en est"),
                                 one.status))  # fmt: skip
        return found

    def years_of(self, indicator: Any) -> list[tuple[int, str, str]]:
        """Return (year, target, reached) of an indicator, in words."""
        return words.years_of(indicator)

    @property
    def updated(self) -> str:
        return date_in_words(self.found.updated)

    @property
    def years(self) -> str:
        one = self.found
        return f"{one.starts.year}-{one.ends.year}" if one.starts and one.ends else ""

    @property
    def counts(self) -> list[tuple[int, str]]:
        """How many objectives and actions there are, in words."""
        return words.counts(self.found)

    @property
    def frame_code(self) -> str:
        """What another site puts into its page."""
        title = escape(self.found.title, quote=True)
        return (
            f'<iframe src="{self.url}/integrer" title="{title}" '
            'width="100%" height="600"></iframe>'
        )

    def as_json(self) -> bytes:
        """Answer with the open data, for any site to read."""
        self._open("application/json")
        document = self.online.body["document"]
        return json.dumps(document, ensure_ascii=False, indent=1).encode()

    def as_csv(self) -> bytes:
        """Answer with one row an element, formulas made harmless."""
        self._open("text/csv; charset=utf-8")
        name = f'attachment; filename="{self.online.id}.csv"'
        self.request.response.setHeader("Content-Disposition", name)
        out = BytesIO()
        write_csv(Table("", COLUMNS, public_rows(self.found.elements)), out)
        return out.getvalue()

    def as_fragment(self) -> str:
        """Answer with the tree alone, which any site may frame."""
        response = self.request.response
        response.setHeader("Content-Type", "text/html; charset=utf-8")
        response.setHeader("Content-Security-Policy", FRAME_POLICY)
        # Browsers read the policy and pass over this; without it another says no.
        response.setHeader("X-Frame-Options", "ALLOWALL")
        return (
            '<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8">'
            '<meta name="viewport" content="width=device-width">'
            f'<title>{escape(self.found.title)}</title><base target="_blank">'
            f'<link rel="stylesheet" href="{self.style}"></head>'
            f'<body class="pst-fragment"><h1>{escape(self.found.title)}</h1>'
            f"{self.tree}</body></html>"
        )

    def _open(self, content_type: str) -> None:
        response = self.request.response
        response.setHeader("Content-Type", content_type)
        response.setHeader("Access-Control-Allow-Origin", "*")
        response.setHeader("X-Content-Type-Options", "nosniff")

    def _listed(self) -> Any:
        if not self.all:
            raise NotFound("programme")
        texts = [one.text for one in self.all]
        return "" if is_held(self.request, *texts) else self.list_page()

    @property
    def rows(self) -> list[dict[str, str]]:
        """The programmes of the list."""
        base = f"{api.portal.get().absolute_url()}/programme"
        found = [(f"{base}/{one.id}", programme(one)) for one in self.all]
        return [
            {"url": url, "title": one.title, "about": one.institution}
            for url, one in found
        ]


_ANSWERS = {
    "donnees.json": Programmes.as_json,
    "donnees.csv": Programmes.as_csv,
    "integrer": Programmes.as_fragment,
}
