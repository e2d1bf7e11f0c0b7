"""``@publications``, ``@publication``, steps, files and proofs, written."""

from base64 import b64decode
import binascii
from communes.core.protection.api import limit
from communes.core.stamping.domain.verdict import sentences
from communes.core.web.body import json_body
from communes.core.web.body import value
from communes.core.web.body import WrongValue
from communes.core.web.writing import WritingService
from communes.publications.api import publication as door
from communes.publications.api import register
from communes.publications.domain.publication.states import PublicationTransition
from communes.publications.services.texts.shapes import plain_values
from communes.publications.services.texts.shapes import publication_json
from communes.publications.services.texts.shapes import steps_json
from dataclasses import asdict
from datetime import datetime
from plone.namedfile.file import NamedBlobFile
from typing import Any


class NewText(WritingService):
    """Makes a publication of the institution, in preparation."""

    def write(self) -> dict[str, Any]:
        made = door.create_publication(self.context, _values(self.request))
        self.request.response.setStatus(201)
        self.request.response.setHeader("Location", made.absolute_url())
        return publication_json(made)


class ChangeText(WritingService):
    """Changes what is said; what is left out stays."""

    def write(self) -> dict[str, Any]:
        door.write(self.context, _values(self.request))
        return publication_json(self.context)


class TakeStep(WritingService):
    """Moves it on: ``{"step", "reason", "moment"}``."""

    def write(self) -> dict[str, Any]:
        given = json_body(self.request, ("step", "reason", "moment"))
        step = value(given, "step", str)
        if step not in set(PublicationTransition):
            expected = ", ".join(PublicationTransition)
            raise WrongValue(field="step", name="step", expected=expected)
        door.take_step(
            self.context,
            PublicationTransition(step),
            value(given, "reason", str, ""),
            _moment(value(given, "moment", str, "")),
        )
        return steps_json(self.context, self.request)


class JoinFile(WritingService):
    """Joins a file: ``{"title", "filename", "content_type", "data"}``, base64."""

    def write(self) -> dict[str, Any]:
        known = ("title", "filename", "content_type", "data")
        given = json_body(self.request, known)
        file = NamedBlobFile(
            _bytes(value(given, "data", str)),
            value(given, "content_type", str, "application/octet-stream"),
            value(given, "filename", str),
        )
        door.join_file(self.context, value(given, "title", str), file)
        return publication_json(self.context)


class RemoveFile(WritingService):
    """Takes a file away: ``{"id"}``."""

    def write(self) -> dict[str, Any]:
        given = json_body(self.request, ("id",))
        door.remove_file(self.context, value(given, "id", str))
        return publication_json(self.context)


class Verify(WritingService):
    """Says what a proof proves: ``{"proof"}``, base64. Nothing is kept of it."""

    def write(self) -> dict[str, Any]:
        limit(self.request, "verifier")
        given = json_body(self.request, ("proof",))
        told = register.verify_file(self.context, _bytes(value(given, "proof", str)))
        shown = None if told.showing is None else plain_values(asdict(told.showing))
        return {
            "finding": told.verdict.finding.value,
            "said": list(sentences(told.verdict)),
            **plain_values(
                {
                    "moment": told.verdict.moment,
                    "authority": told.verdict.authority,
                    "sha256": told.verdict.sha256,
                }
            ),
            "institution": told.institution,
            "reference": told.reference,
            "url": told.url,
            "version": shown,
        }


def _values(request: Any) -> dict[str, Any]:
    """Return the fields of a body; unknown ones are refused where they are written."""
    found = json_body(request)
    if "pdf" in found:
        # A file has its own service.
        raise WrongValue(field="pdf", name="pdf", expected="rien : joignez un fichier")
    return found


def _moment(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text) if text else None
    except ValueError as error:
        expected = "un moment ISO 8601"
        raise WrongValue(field="moment", name="moment", expected=expected) from error


def _bytes(text: str) -> bytes:
    try:
        return b64decode(text, validate=True)
    except (binascii.Error, ValueError) as error:
        raise WrongValue(field="data", name="data", expected="du base64") from error
