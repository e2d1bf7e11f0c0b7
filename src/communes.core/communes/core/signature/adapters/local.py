"""Electronic signature made on this server, with keys that are never in the database.

``COMMUNES_SIGNATURE_KEYS`` names a folder readable by the worker only: for each
person ``<id>.p12`` (key, certificate and its authorities) and ``<id>.pass``.
``COMMUNES_SIGNATURE_TSA`` is the address of a timestamp authority (RFC 3161), if the
commune has one: the signature is then PAdES B-T, else B-B.
"""

from communes.core.errors.domain import Reason
from communes.core.i18n import _
from communes.core.signature import api as door
from communes.core.signature import storage
from communes.core.signature.domain import given_back
from communes.core.signature.domain import Mark
from communes.core.signature.domain import Signatory
from communes.core.signature.domain import SignatureRequest
from communes.core.signature.interfaces import ISignatureAdapter
from datetime import date
import os
from pathlib import Path
import re
from typing import Any
from zope.interface import implementer


KEYS = "COMMUNES_SIGNATURE_KEYS"
TSA = "COMMUNES_SIGNATURE_TSA"
_SAFE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")


@implementer(ISignatureAdapter)
class LocalPades:
    """Each signatory signs from their own account; the worker holds the key."""

    title = _("signature_local", default="Signature électronique sur ce serveur")
    personal = True
    scanned = False

    def problems(self, signatories: tuple[Signatory, ...]) -> tuple[Reason, ...]:
        """Return what is missing: the folder, a key, an account."""
        folder = os.environ.get(KEYS, "")
        if not folder:
            return (
                Reason(
                    "signature_no_keys",
                    "Aucun dossier de clés n'est réglé sur ce serveur : l'exploitant "
                    "indique ${name} au serveur.",
                    {"name": KEYS},
                ),
            )
        found = [_problem(Path(folder), one) for one in signatories]
        return tuple(one for one in found if one is not None)

    def first_work(self) -> str:
        """Return nothing: the first signatory signs when ready."""
        return ""

    def work(self, site: Any, owner: Any, request: SignatureRequest, task: str) -> None:
        """Make the signature that was asked for; once made, do nothing."""
        # Loaded here: only the worker signs, and the library is large.
        from communes.core.signature.pades.signing import sign_pdf

        signatory = task.partition(":")[2]
        place = next(one for one in request.places if one.signatory.id == signatory)
        if place.mark != Mark.ASKED or not request.pending:
            return
        acting = place.acting(date.today())
        problems = self.problems((acting,))
        if problems:
            storage.write(owner, given_back(request, signatory))
            return
        pdf = door.signed_file(owner, request.id) or door.original(owner, request.id)
        number = 1 + sum(one.mark == Mark.SIGNED for one in request.places)
        made = sign_pdf(
            pdf,
            key_file(acting.id),
            password_of(acting.id),
            field=f"Signature{number}",
            name=acting.name,
            function=place.signatory.function,
            anchor=place.signatory.name,
            tsa=os.environ.get(TSA, ""),
        )
        door.confirm(owner, request.id, signatory, made, f"Signature{number}")


def key_file(person: str) -> Path:
    """Return where the key of a person lies; the id is one plain file name."""
    return Path(os.environ[KEYS], f"{person}.p12")


def password_of(person: str) -> bytes:
    """Return the password of the key of a person."""
    return Path(os.environ[KEYS], f"{person}.pass").read_bytes().strip()


def _problem(folder: Path, one: Signatory) -> Reason | None:
    known = _SAFE.fullmatch(one.id) and (folder / f"{one.id}.p12").is_file()
    if not known:
        return Reason(
            "signature_no_key",
            "« ${who} » n'a pas de clé de signature sur ce serveur : choisissez un "
            "autre mode de signature, ou demandez une clé à l'exploitant.",
            {"who": one.name},
        )
    if not one.user:
        return Reason(
            "signature_no_account",
            "« ${who} » n'a pas de compte : une signature électronique est donnée "
            "par la personne elle-même.",
            {"who": one.name},
        )
    return None
