"""Permanent addresses with a suffix, or asked for in another form."""

from collections.abc import Sequence
from communes.core.public.api import mark
from communes.publications.domain.formats.links import as_form
from communes.publications.domain.formats.negotiation import content_type
from communes.publications.domain.formats.negotiation import Form
from communes.publications.domain.formats.negotiation import negotiate
from communes.publications.domain.formats.negotiation import split_suffix
from communes.publications.open_data.api import forms_of
from communes.publications.open_data.api import is_institution
from communes.publications.open_data.api import tags_of
from plone.rest.interfaces import IAPIRequest
from plone.rest.traverse import RESTTraverse
from typing import Any
from zope.component import queryMultiAdapter
from zope.interface import noLongerProvides
from ZPublisher.BaseRequest import DefaultPublishTraverse


PAGE = "open-data-form"
MAP = "open-data-map"
READING = ("GET", "HEAD", "OPTIONS")
Found = tuple[Any, Sequence[str]]


class PublishedTraverse(DefaultPublishTraverse):
    """Leads ``9.ttl`` to a form of what is at ``9``, and negotiates at its end."""

    def publishTraverse(self, request: Any, name: str) -> Any:  # noqa: N802
        """See ``IPublishTraverse``."""
        # A type names its page by itself: nobody has asked for that name.
        is_end = not request.get("TraversalRequestNameStack") and _ends_here(
            self.context, request
        )
        found = self._negotiated(request) if is_end else None
        found = found or _form_at(self.context, request, name)
        return found or super().publishTraverse(request, name)

    def browserDefault(self, request: Any) -> Found:  # noqa: N802
        """See ``IBrowserPublisher``."""
        if self._negotiated(request) is not None:
            return self.context, (f"@@{PAGE}",)
        return super().browserDefault(request)

    def _negotiated(self, request: Any) -> Any | None:
        """Return the form that is preferred to the page; None for the page."""
        forms = forms_of(self.context)
        if not forms or request.method not in READING:
            return None
        if IAPIRequest.providedBy(request):
            noLongerProvides(request, IAPIRequest)
        response = request.response
        response.setHeader("Vary", "Accept")
        wanted = negotiate(request.getHeader("Accept") or "", forms)
        if wanted is None and request.method != "OPTIONS":
            response.setHeader("Link", link_header(self.context, forms))
            mark(response, tags_of(self.context))
            return None
        form = wanted or forms[0]
        request.set("open_data_form", form)
        url = as_form(self.context.absolute_url(), form)
        response.setHeader("Content-Location", url)
        return queryMultiAdapter((self.context, request), name=PAGE)


class PortalTraverse(RESTTraverse):
    """Leads to institutions, whose addresses answer programs by themselves.

    Everything else of the portal is found as on any site; a request for JSON below an
    institution would else meet the generic services of Plone.
    """

    def publishTraverse(self, request: Any, name: str) -> Any:  # noqa: N802
        """See ``IPublishTraverse``."""
        if self._negotiates(request, name):
            if IAPIRequest.providedBy(request):
                noLongerProvides(request, IAPIRequest)
            return _form_at(self.context, request, name) or self.context._getOb(name)
        if IAPIRequest.providedBy(request):
            return super().publishTraverse(request, name)
        return DefaultPublishTraverse.publishTraverse(self, request, name)

    def browserDefault(self, request: Any) -> Found:  # noqa: N802
        """See ``IBrowserPublisher``."""
        if IAPIRequest.providedBy(request):
            return super().browserDefault(request)
        return DefaultPublishTraverse.browserDefault(self, request)

    def _negotiates(self, request: Any, name: str) -> bool:
        """Return whether the address is of an institution, and of no service."""
        names = request.get("TraversalRequestNameStack") or ()
        if request.method not in READING or any(_is_technical(one) for one in names):
            return False
        suffixed = split_suffix(name)
        return is_institution(self.context, suffixed[0] if suffixed else name)


def link_header(obj: Any, forms: Sequence[Form]) -> str:
    """Return the other forms of a page as the header ``Link`` (RFC 8288)."""
    url = obj.absolute_url()
    return ", ".join(
        f'<{as_form(url, form)}>; rel="alternate"; '
        f'type="{content_type(form).partition(";")[0]}"'
        for form in forms
    )


def _form_at(context: Any, request: Any, name: str) -> Any | None:
    """Return the page that gives ``9.ttl``, unless something has that very name."""
    if name.startswith("sitemap-"):
        request.set("open_data_map", name)
        return queryMultiAdapter((context, request), name=MAP)
    found = split_suffix(name)
    if found is None or name in context.objectIds():
        return None
    child = context._getOb(found[0], None)
    if child is None:
        return None
    page = queryMultiAdapter((child, request), name=PAGE)
    if page is not None:
        request.set("open_data_form", found[1])
    return page


def _ends_here(context: Any, request: Any) -> bool:
    """Return whether the address that was asked is that of this object itself."""
    path = request.get("PATH_INFO", "").rstrip("/")
    return bool(path.rpartition("/")[2] == context.getId())


def _is_technical(name: str) -> bool:
    return name.startswith(("@", "+"))
