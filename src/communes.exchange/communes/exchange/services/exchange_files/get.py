"""Gives a file to the one peer that got a message referring to it."""

from communes.core.hardening.giving import give_out
from communes.core.hardening.giving import MadeFile
from communes.core.shell.interfaces import ISealed
from communes.exchange.attachments.api import given_file
from communes.exchange.attachments.domain.errors import FileNotGiven
from communes.exchange.peers.api import authenticate
from communes.exchange.peers.domain.errors import SignatureRefused
from communes.exchange.services.signed import signed_headers
from plone.restapi.services import Service
from typing import Any
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse


@implementer(ISealed, IPublishTraverse)
class ExchangeFilesGet(Service):
    """``GET @exchange-files/<sha256>``, signed over the sum that is asked for."""

    sha256 = ""

    def publishTraverse(self, request: Any, name: str) -> Any:  # noqa: N802
        """Take the sum from the address."""
        self.sha256 = name
        return self

    def render(self) -> bytes:
        """See ``Service``: the answer is the file itself, not JSON."""
        self.check_permission()
        headers = signed_headers(self.request)
        peer = authenticate(self.context, "GET", headers, b"")
        if headers["exchange-file"] != self.sha256:
            raise SignatureRefused
        if not self.sha256:
            raise FileNotGiven(sha256="")
        file = given_file(self.context, peer.name, self.sha256)
        made = MadeFile(file.filename, file.contentType, file.data)
        return give_out(self.request.response, made)
