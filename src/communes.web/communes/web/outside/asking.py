"""Whether something still stands at an address elsewhere."""

from communes.core.errors.domain import DomainError
from communes.web.outside.guard import opener
from http.client import HTTPException
from urllib.error import HTTPError
from urllib.error import URLError
from urllib.parse import urljoin
from urllib.request import Request


SECONDS = 8
#: As many steps as browsers take before they give up are not needed to know.
STEPS = 5
_MOVED = frozenset({301, 302, 303, 307, 308})
#: Nothing stands there any more; any other code is an answer of somebody.
_GONE = frozenset({404, 410})
_NAME = "communes.web links"


def problem_of(url: str) -> str:
    """Return what stands against an address, empty when something answers.

    Each step of a redirection is looked at like the first address. Who refuses a
    program (403, 429) is there for people.
    """
    open_ = opener().open
    for _step in range(STEPS):
        request = Request(url, headers={"User-Agent": _NAME, "Accept": "*/*"})  # noqa: S310
        try:
            with open_(request, timeout=SECONDS):
                return ""
        except HTTPError as refused:
            refused.close()
            code = refused.code
            to = refused.headers.get("Location")
        except DomainError as error:
            return error.code
        except URLError as silent:
            return type(silent.reason).__name__
        except (OSError, HTTPException, ValueError) as silent:
            return type(silent).__name__
        if code not in _MOVED or not to:
            return f"code {code}" if code in _GONE or code >= 500 else ""
        url = urljoin(url, to)
        if not url.startswith(("https://", "http://")):
            return "redirection"
    return "redirection"
