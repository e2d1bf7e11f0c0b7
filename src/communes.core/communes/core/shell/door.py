"""Nobody unknown goes further than the login of a site for agents."""

from communes.core.interfaces import ICoreLayer
from communes.core.shell.interfaces import ISealed
from communes.core.shell.rail import audience
from plone import api
from zExceptions import Unauthorized
from zope.component import adapter
from ZPublisher.interfaces import IPubAfterTraversal


#: What a person who is not known may open: the way in, and what dresses it.
OPEN_PAGES = frozenset(
    {
        "login",
        "login_form",
        "login-help",
        "logout",
        "logged-out",
        "logged_out",
        "require_login",
        "insufficient-privileges",
        "passwordreset",
        "pwreset_finish",
        "branding.css",
        "branding-logo",
        "robots.txt",
        "favicon.ico",
        "acl_users",
        "ok",
    }
)
OPEN_SERVICES = frozenset({"@login", "@login-renew", "@logout"})
_RESOURCES = ("++plone++", "++resource++", "++theme++", "++unique++", "@@iconresolver")


@adapter(IPubAfterTraversal)
def keep_the_door(event) -> None:
    """Send whoever is not known to the login, whatever address was asked.

    The permission of each object stays the rule; this is the second lock, for the
    pages and services Plone opens to everybody (site map, search, ``@types``…). Of
    the services of ``plone.restapi`` only those that log in and out are open, and of
    ours those that ask for a seal.
    """
    request = event.request
    if not ICoreLayer.providedBy(request) or audience() != "agents":
        return
    if not api.user.is_anonymous() or is_open(request) or is_sealed(request):
        return
    raise Unauthorized("login")


def is_sealed(request) -> bool:
    """Return whether what is asked checks by itself who asks."""
    return ISealed.providedBy(request.get("PUBLISHED"))


def is_open(request) -> bool:
    """Return whether what is asked is the way in, or what dresses a page."""
    steps = request["PATH_INFO"].strip("/").split("/")
    if any(step.startswith(_RESOURCES) for step in steps):
        # A page asked of a folder of resources is a page like any other.
        return steps[-1].startswith(_RESOURCES) or not steps[-1].startswith("@@")
    # Only the last step says what is shown: "acl_users/@@sitemap" is a site map.
    # After "passwordreset" comes the key that was sent by e-mail.
    last = [*steps[-2:], ""] if "passwordreset" in steps[-2:-1] else steps[-1:]
    name = last[0].removeprefix("@@")
    return name in OPEN_PAGES or name in OPEN_SERVICES
