"""HEAD answers what GET would, without its body (RFC 9110, 9.3.2).

Zope hands HEAD to its WebDAV, which knows files and no pages: it says of every folder
that it is not there, to crawlers and to who checks links.
"""

from typing import Any
from zope.component import adapter
from ZPublisher.interfaces import IPubFailure
from ZPublisher.interfaces import IPubStart
from ZPublisher.interfaces import IPubSuccess


ASKED = "communes.core.head"


@adapter(IPubStart)
def ask_as_get(event: Any) -> None:
    """Publish what is asked with HEAD as if it were asked with GET."""
    request = event.request
    if request.method == "HEAD":
        request.set(ASKED, True)
        request.method = request.environ["REQUEST_METHOD"] = "GET"


@adapter(IPubSuccess)
def keep_the_heads(event: Any) -> None:
    """Take the body away; its length stays said."""
    _keep_the_heads(event.request)


@adapter(IPubFailure)
def keep_the_heads_of_a_refusal(event: Any) -> None:
    """Take the body of an error page away too."""
    _keep_the_heads(event.request)


def _keep_the_heads(request: Any) -> None:
    if not request.get(ASKED):
        return
    response = request.response
    body = response.body
    if isinstance(body, bytes):
        length = len(body) + len(response.stdout.getvalue())
        response.setHeader("Content-Length", str(length))
    elif hasattr(body, "close"):
        # A file of the database, whose length is said already.
        body.close()
    response.body = b""
    response.stdout.seek(0)
    response.stdout.truncate()
