"""What every answer of a site tells the browser to refuse on our behalf."""

from communes.core.hardening.closing import modules_of
from communes.core.hardening.domain import content_policy
from communes.core.hardening.domain import is_of_the_suite
from communes.core.interfaces import ICoreLayer
from plone import api
from plone.resource.interfaces import IUniqueResourceRequest
from typing import Any
from zope.component import adapter
from zope.publisher.interfaces.browser import IBrowserView
from ZPublisher.interfaces import IPubBeforeAbort
from ZPublisher.interfaces import IPubBeforeCommit


@adapter(IPubBeforeCommit)
def guard_answer(event: Any) -> None:
    """Set the headers of an answer that is about to be kept and sent."""
    set_headers(event.request)


@adapter(IPubBeforeAbort)
def guard_refusal(event: Any) -> None:
    """Set the headers of an error page too."""
    set_headers(event.request)


def set_headers(request: Any) -> None:
    """Say what a browser may do with the answer; what a view has said stays."""
    if not ICoreLayer.providedBy(request):
        return
    response = request.response
    published = request.get("PUBLISHED")
    owner = getattr(published, "__self__", published)
    ours = IBrowserView.providedBy(owner) and is_of_the_suite(modules_of(owner))
    wanted = {
        "Content-Security-Policy": content_policy(ours),
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "SAMEORIGIN",
        # Titles stand in addresses: another site does not learn where one comes from.
        "Referrer-Policy": "same-origin",
    }
    if IUniqueResourceRequest.providedBy(request) and response.getStatus() == 200:
        # The address changes with the file: whoever has it need not ask again.
        wanted["Cache-Control"] = "public, max-age=31536000, immutable"
    elif IBrowserView.providedBy(owner) and not api.user.is_anonymous():
        # A shared computer keeps nothing of what a person has read.
        wanted["Cache-Control"] = "private, no-store"
    for name, value in wanted.items():
        if not response.getHeader(name):
            response.setHeader(name, value)
