"""The paper signature book: print, have it signed, scan it back, confirm."""

from communes.core.errors.domain import Reason
from communes.core.i18n import _
from communes.core.signature.domain import Signatory
from communes.core.signature.domain import SignatureRequest
from communes.core.signature.interfaces import ISignatureAdapter
from typing import Any
from zope.interface import implementer


@implementer(ISignatureAdapter)
class PaperBook:
    """Needs nothing: it is always ready, and works when everything else is down."""

    title = _("signature_paper", default="Parapheur sur papier")
    personal = False
    scanned = True

    def problems(self, signatories: tuple[Signatory, ...]) -> tuple[Reason, ...]:
        """Return nothing: paper is always ready."""
        return ()

    def first_work(self) -> str:
        """Return nothing: an agent prints and carries."""
        return ""

    def work(self, site: Any, owner: Any, request: SignatureRequest, task: str) -> None:
        """Do nothing outside: whoever keeps the book confirms each signature."""
