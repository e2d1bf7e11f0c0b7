"""The pages and services of Plone are closed to whoever does not set the site up."""

from Acquisition import aq_base
from communes.core.annexes.api import IAnnex
from communes.core.annexes.api import PORTAL_TYPE
from communes.core.hardening.domain import check_rows
from communes.core.hardening.domain import ClosedService
from communes.core.hardening.domain import is_of_the_suite
from communes.core.hardening.domain import is_page_open
from communes.core.hardening.domain import is_service_open
from communes.core.hardening.domain import NoExpansion
from communes.core.interfaces import ICoreLayer
from communes.core.shell.door import is_open
from communes.core.shell.rail import audience
import json
from plone import api
from plone.rest.interfaces import IAPIRequest
from plone.rest.interfaces import IService
from Products.CMFCore.interfaces import IContentish
from typing import Any
from zExceptions import NotFound
from zope.component import adapter
from zope.publisher.interfaces.browser import IBrowserView
from ZPublisher.interfaces import IPubAfterTraversal


@adapter(IPubAfterTraversal)
def close_what_is_not_ours(event: Any) -> None:
    """Refuse a page or a service that no solution has opened.

    It sees everything that is published: views, services, and the methods of objects
    (``manage_main``, XML-RPC, WebDAV).
    """
    request = event.request
    if not ICoreLayer.providedBy(request) or audience() != "agents":
        return
    if api.user.is_anonymous() or is_open(request) or administers():
        return
    published = request["PUBLISHED"]
    owner = getattr(published, "__self__", published)
    if IService.providedBy(owner):
        _check_service(owner, request)
    elif not _is_open_page(owner):
        # What exists is not told: for an agent there is no such page.
        raise NotFound(request["PATH_INFO"])


@adapter(IPubAfterTraversal)
def close_to_strangers(event: Any) -> None:
    """Refuse strangers, on a public site, what says more than its pages show.

    Generic services give the fields of whatever may be viewed, settings included; and
    some pages of Plone, open to everybody, print the title of what may not be viewed.
    """
    request = event.request
    if not ICoreLayer.providedBy(request) or audience() == "agents":
        return
    if not api.user.is_anonymous() or is_open(request):
        return
    published = request["PUBLISHED"]
    owner = getattr(published, "__self__", published)
    if is_of_the_suite(modules_of(owner)):
        return
    if IService.providedBy(owner) or _shows_what_is_hidden(owner):
        raise NotFound(request["PATH_INFO"])


def _shows_what_is_hidden(owner: Any) -> bool:
    context = getattr(owner, "context", None)
    if not IBrowserView.providedBy(owner) or not IContentish.providedBy(context):
        return False
    return not api.user.has_permission("View", obj=context)


def administers() -> bool:
    """Return whether the person sets the site up, and so needs Plone's own pages."""
    return bool(
        api.user.has_permission("Plone Site Setup: Overview", obj=api.portal.get())
    )


def modules_of(published: Any) -> frozenset[str]:
    """Return the modules of the classes a page or a service is made of."""
    classes = type(aq_base(published)).__mro__
    form = getattr(published, "form_instance", None)
    return frozenset(one.__module__ for one in (*classes, type(form)))


def _is_open_page(owner: Any) -> bool:
    if not IBrowserView.providedBy(owner):
        return False
    return is_page_open(getattr(owner, "__name__", ""), modules_of(owner))


def _check_service(service: Any, request: Any) -> None:
    body = _json_of(request)
    # What is sent names the type of what is added, and of nothing else.
    added = request.method == "POST" and body.get("@type") == PORTAL_TYPE
    annex = added or IAnnex.providedBy(service.context)
    if not is_service_open(modules_of(service), annex):
        raise ClosedService
    for given in (request.form, body):
        if "expand" in given:
            raise NoExpansion(field="expand")
        for name, least in (("b_size", 1), ("b_start", 0)):
            if name in given:
                check_rows(name, given[name], least)


def _json_of(request: Any) -> dict[str, Any]:
    if not IAPIRequest.providedBy(request) or request.method == "GET":
        return {}
    try:
        found = json.loads(request.get("BODY") or b"{}")
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}
