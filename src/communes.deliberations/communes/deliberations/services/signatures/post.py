"""``POST <item or minutes>/@deliberations-signatures``: ask, confirm, refuse…"""

import base64
import binascii
from communes.core.web import body
from communes.core.web.writing import WritingService
from communes.deliberations.api import signing
from communes.deliberations.services.signatures.get import signatures_json
from datetime import date
from typing import Any


ACTS = ("ask", "sign", "confirm", "refuse", "substitute", "cancel")
KEYS = (
    "act", "request", "signatory", "kind", "way", "scan", "reason", "by", "starts",
    "ends",
)  # fmt: skip


class SignaturesPost(WritingService):
    """Reads ``act`` and what it needs; answers with the requests as they are now."""

    def write(self) -> dict[str, Any]:
        given = body.json_body(self.request, KEYS)
        act = body.value(given, "act", str)
        if act not in ACTS:
            raise body.UnknownKey(field="act", name=act, expected=", ".join(ACTS))
        getattr(self, f"_{act}")(given)
        return signatures_json(self.context)

    def _ask(self, given: dict[str, Any]) -> None:
        kind = body.value(given, "kind", str, "")
        if kind not in ("", "deliberation", "extract"):
            raise body.UnknownKey(
                field="kind", name=kind, expected="deliberation, extract"
            )
        signing.ask_signatures(self.context, kind, body.value(given, "way", str, ""))

    def _sign(self, given: dict[str, Any]) -> None:
        signing.sign(self.context, *_place(given))

    def _confirm(self, given: dict[str, Any]) -> None:
        text = body.value(given, "scan", str, "")
        try:
            scan = base64.b64decode(text, validate=True) if text else None
        except binascii.Error:
            raise body.WrongValue(
                field="scan", name="scan", expected="un PDF en base64"
            ) from None
        signing.confirm_signature(self.context, *_place(given), scan)

    def _refuse(self, given: dict[str, Any]) -> None:
        reason = body.value(given, "reason", str, "")
        signing.refuse_signature(self.context, *_place(given), reason)

    def _substitute(self, given: dict[str, Any]) -> None:
        signing.substitute_signatory(
            self.context,
            *_place(given),
            body.value(given, "by", str),
            body.value(given, "reason", str, ""),
            day_in(given, "starts"),
            day_in(given, "ends", required=False),
        )

    def _cancel(self, given: dict[str, Any]) -> None:
        signing.cancel_signatures(self.context, body.value(given, "request", str))


def day_in(given: dict[str, Any], name: str, *, required: bool = True) -> date | None:
    """Return a day of the body as ISO 8601; None when it may be missing.

    :raises WrongValue: it is none.
    """
    text = body.value(given, name, str, ... if required else "")
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        expected = "une date comme 2026-12-03"
        raise body.WrongValue(field=name, name=name, expected=expected) from None


def _place(given: dict[str, Any]) -> tuple[str, str]:
    return body.value(given, "request", str), body.value(given, "signatory", str)
