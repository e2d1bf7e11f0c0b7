"""Every page that leaves gives the addresses its links have now.

What the reader may not see keeps its anchor: an address would tell its title.
"""

from collections.abc import Iterable
from communes.web.interfaces import IWebLayer
from communes.web.links.api import addresses_now
from html import escape
from plone.transformchain.interfaces import ITransform
import re
from typing import Any
from zope.component import adapter
from zope.interface import implementer
from zope.interface import Interface


#: An attribute begins with one: an address in a text of the page stays a text.
_ANCHOR = re.compile(r"(?<=[\"'])(?:[^\"'\s<>]*/)?resolveuid/([0-9a-f]{32})")


@implementer(ITransform)
@adapter(Interface, IWebLayer)
class CurrentAddresses:
    """Changes HTML answers, and only those with an anchor in them."""

    order = 8400

    def __init__(self, published: Any, request: Any) -> None:
        self.request = request

    def transformUnicode(self, result: str, encoding: str) -> str | None:  # noqa: N802
        """See ``ITransform``."""
        if not self._concerns(result):
            return None
        known = addresses_now(_ANCHOR.findall(result))

        def now(found: re.Match[str]) -> str:
            return escape(known[found[1]]) if found[1] in known else found[0]

        return _ANCHOR.sub(now, result)

    def transformBytes(self, result: bytes, encoding: str) -> bytes | None:  # noqa: N802
        """See ``ITransform``."""
        if not self._concerns(result):
            return None
        made = self.transformUnicode(result.decode(encoding, "replace"), encoding)
        return None if made is None else made.encode(encoding)

    def transformIterable(  # noqa: N802
        self, result: Iterable[Any], encoding: str
    ) -> list[Any] | None:
        """See ``ITransform``: a list given back is taken for text, files included."""
        if not self._is_page():
            return None
        pieces = list(result)
        if all(isinstance(one, bytes) for one in pieces):
            made: Any = self.transformBytes(b"".join(pieces), encoding)
        else:
            made = self.transformUnicode("".join(pieces), encoding)
        if made is None:
            # What was a list is still whole, what was walked through is not.
            return None if isinstance(result, list) else pieces
        return [made]

    def _concerns(self, result: str | bytes) -> bool:
        sign: Any = b"resolveuid/" if isinstance(result, bytes) else "resolveuid/"
        return self._is_page() and sign in result

    def _is_page(self) -> bool:
        kind = self.request.response.getHeader("Content-Type") or ""
        return kind.startswith("text/html")
