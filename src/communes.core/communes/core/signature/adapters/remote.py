"""A provider of signatures elsewhere: one documented HTTP contract, no vendor.

Set by the environment of the worker and the web process: ``COMMUNES_SIGNATURE_URL``
(address of the provider), ``COMMUNES_SIGNATURE_SECRET_FILE`` (the shared secret, 32
bytes or more), ``COMMUNES_SIGNATURE_CALLBACK`` (address of this site as the provider
reaches it). The contract stands in ``docs/reference/core/signature.md``.
"""

import base64
from communes.core.errors.domain import Reason
from communes.core.i18n import _
from communes.core.signature import api as door
from communes.core.signature import storage
from communes.core.signature.adapters.provider import Provider
from communes.core.signature.domain import Signatory
from communes.core.signature.domain import SignatureRequest
from communes.core.signature.interfaces import ISignatureAdapter
from dataclasses import asdict
from dataclasses import replace
import os
from pathlib import Path
from plone.uuid.interfaces import IUUID
from typing import Any
from zope.interface import implementer


URL = "COMMUNES_SIGNATURE_URL"
SECRET = "COMMUNES_SIGNATURE_SECRET_FILE"  # noqa: S105 - the name of a variable
CALLBACK = "COMMUNES_SIGNATURE_CALLBACK"
LEAST_SECRET = 32


@implementer(ISignatureAdapter)
class RemoteProvider:
    """Sends the document away, is told what happens, and fetches it back signed."""

    title = _("signature_remote", default="Prestataire de signature")
    personal = False
    scanned = False

    def problems(self, signatories: tuple[Signatory, ...]) -> tuple[Reason, ...]:
        """Return which of the three settings is missing."""
        return tuple(
            Reason(
                "signature_not_set",
                "Le prestataire de signature n'est pas réglé : l'exploitant indique "
                "${name} au serveur.",
                {"name": name},
            )
            for name in (URL, SECRET, CALLBACK)
            if not os.environ.get(name) or (name == SECRET and not secret())
        )

    def first_work(self) -> str:
        """Return that the document is sent away."""
        return "send"

    def work(self, site: Any, owner: Any, request: SignatureRequest, task: str) -> None:
        """Send, fetch or take back.

        :raises Unavailable: the provider does not answer.
        """
        provider = Provider(os.environ[URL], secret())
        if task == "send" and not request.external:
            sent = provider.send(_message(owner, request))
            storage.write(owner, replace(request, external=sent))
        elif task == "fetch" and not request.signed_sha256:
            door.bring_back(owner, request.id, provider.document(request.external))
        elif task == "cancel":
            provider.cancel(request.external)


def secret() -> bytes:
    """Return the shared secret; empty when there is none that is long enough."""
    path = Path(os.environ.get(SECRET, ""))
    found = path.read_bytes().strip() if path.is_file() else b""
    return found if len(found) >= LEAST_SECRET else b""


def reference_of(owner: Any, request: SignatureRequest) -> str:
    """Return the name of a request for the provider: matter and request."""
    return f"{IUUID(owner)}.{request.id}"


def _message(owner: Any, request: SignatureRequest) -> dict[str, Any]:
    return {
        "id": reference_of(owner, request),
        "title": request.title,
        "sha256": request.sha256,
        "document": base64.b64encode(door.original(owner, request.id)).decode(),
        "in_order": request.in_order,
        "signatories": [
            {key: asdict(one.signatory)[key] for key in ("id", "name", "function")}
            for one in request.places
        ],
        "callback": f"{os.environ[CALLBACK]}/@signature-callback",
    }
