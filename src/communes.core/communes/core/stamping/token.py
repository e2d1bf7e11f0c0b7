"""RFC 3161: ask an authority for a token over bytes; check one without a network."""

from asn1crypto import algos
from asn1crypto import cms
from asn1crypto import pem
from asn1crypto import tsp
from asn1crypto import x509
import asyncio
from collections.abc import Sequence
from communes.core.jobs.errors import Unavailable
from communes.core.loops import run_apart
from communes.core.stamping.domain.container import MOST_TOKEN_BYTES
from communes.core.stamping.domain.container import Sealed
from communes.core.stamping.domain.errors import AuthorityRefused
from communes.core.stamping.domain.verdict import Finding
from communes.core.stamping.domain.verdict import Verdict
from datetime import datetime
import hashlib
from http.client import HTTPException
from pyhanko.sign.validation.errors import SignatureValidationError
from pyhanko.sign.validation.generic_cms import validate_tst_signed_data
from pyhanko.sign.validation.status import TimestampSignatureStatus
from pyhanko_certvalidator import ValidationContext
from pyhanko_certvalidator.errors import ValidationError
import secrets
from urllib.error import HTTPError
from urllib.request import Request
from urllib.request import urlopen


SILENCE_SECONDS = 20
#: What an imprint may be made with (ETSI TS 119 312).
_STRONG = ("sha256", "sha384", "sha512")
_GRANTED = ("granted", "granted_with_mods")


def ask(url: str, data: bytes) -> bytes:
    """Return the token (DER) of the authority at ``url`` over the SHA-256 of ``data``.

    Only the imprint leaves this server.

    :raises Unavailable: the authority does not answer.
    :raises AuthorityRefused: it refuses, or gives a token of something else.
    """
    digest = hashlib.sha256(data).digest()
    nonce = secrets.randbits(63)
    query = tsp.TimeStampReq(
        {
            "version": 1,
            "message_imprint": tsp.MessageImprint(
                {
                    "hash_algorithm": algos.DigestAlgorithm({"algorithm": "sha256"}),
                    "hashed_message": digest,
                }
            ),
            "nonce": nonce,
            "cert_req": True,
        }
    )
    return _token_of(_post(url, query.dump()), digest, nonce)


def _post(url: str, query: bytes) -> bytes:
    if not url.startswith(("https://", "http://")):
        raise AuthorityRefused(problem="son adresse n'est pas en http ou https")
    request = Request(  # noqa: S310 - the scheme was checked
        url, query, {"Content-Type": "application/timestamp-query"}
    )
    try:
        with urlopen(request, timeout=SILENCE_SECONDS) as answer:  # noqa: S310
            return bytes(answer.read(MOST_TOKEN_BYTES))
    except HTTPError as error:
        if error.code >= 500 or error.code == 429:
            raise Unavailable(f"{url}: {error.code}") from error
        raise AuthorityRefused(problem=f"réponse HTTP {error.code}") from error
    except (OSError, HTTPException) as error:
        raise Unavailable(f"{url}: {error}") from error


def _token_of(answer: bytes, digest: bytes, nonce: int) -> bytes:
    try:
        response = tsp.TimeStampResp.load(answer)
        status = response["status"]["status"].native
        if status not in _GRANTED:
            raise AuthorityRefused(problem=f"statut « {status} »")
        token = response["time_stamp_token"]
        info = token["content"]["encap_content_info"]["content"].parsed
        imprint = info["message_imprint"]["hashed_message"].native
        same = imprint == digest and info["nonce"].native == nonce
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise AuthorityRefused(problem="sa réponse est illisible") from error
    if not same:
        raise AuthorityRefused(problem="sa réponse porte sur autre chose")
    return bytes(token.dump())


def check(sealed: Sealed, roots: Sequence[bytes]) -> Verdict:
    """Return what the token proves about the bytes; no network is used.

    The certificate of the authority is judged at the moment it sealed: a proof does
    not expire with it.

    :param roots: certificates (PEM or DER) of the authorities that are trusted.
    """
    trusted = [_certificate(one) for one in roots]
    known = {
        "name": sealed.name,
        "size": len(sealed.data),
        "sha256": hashlib.sha256(sealed.data).hexdigest(),
    }
    try:
        signed = cms.ContentInfo.load(sealed.token)["content"]
        info = signed["encap_content_info"]["content"].parsed
        moment = info["gen_time"].native
        algorithm = info["message_imprint"]["hash_algorithm"]["algorithm"].native
        imprint = info["message_imprint"]["hashed_message"].native
        # The validation runs a loop: this thread may run one already.
        status = run_apart(
            lambda: asyncio.run(_status(signed, imprint, moment, trusted))
        )
    # A token that was tampered with fails anywhere in the reading of ASN.1.
    except (ValueError, TypeError, KeyError, AttributeError):
        return Verdict(Finding.BROKEN, **known)
    except (SignatureValidationError, ValidationError, NotImplementedError):
        return Verdict(Finding.BROKEN, **known)
    if algorithm not in _STRONG or not (status.intact and status.valid):
        return Verdict(Finding.BROKEN, **known)
    authority = _name_of(status.signing_cert)
    if hashlib.new(algorithm, sealed.data).digest() != imprint:
        return Verdict(Finding.CHANGED, **known, moment=moment, authority=authority)
    finding = Finding.PROVEN if status.trusted else Finding.UNKNOWN_AUTHORITY
    return Verdict(finding, **known, moment=moment, authority=authority)


async def _status(
    signed: cms.SignedData,
    imprint: bytes,
    moment: datetime,
    roots: list[x509.Certificate],
) -> TimestampSignatureStatus:
    context = ValidationContext(trust_roots=roots, moment=moment, allow_fetching=False)
    # The imprint is compared by the caller, who tells a changed text from a false seal.
    found = await validate_tst_signed_data(signed, context, lambda _name: imprint)
    return TimestampSignatureStatus(**found)


def _certificate(content: bytes) -> x509.Certificate:
    if pem.detect(content):
        _kind, _headers, content = pem.unarmor(content)
    return x509.Certificate.load(content)


def _name_of(certificate: x509.Certificate) -> str:
    names = certificate.subject.native
    said = [names.get("common_name"), names.get("organization_name")]
    return ", ".join(str(one) for one in said if one) or "autorité sans nom"
