"""What citizens read of a programme: frozen on its plan, received by their site."""

from BTrees.OOBTree import OOBTree
from collections.abc import Mapping
from communes.pst.content.plan import IPlan
from communes.pst.domain.snapshot import canonical
from dataclasses import dataclass
from hashlib import sha256
import json
from typing import Any
from zope.annotation.interfaces import IAnnotations


KEY = "communes.pst.online"


@dataclass(frozen=True)
class Online:
    """One version of a public programme.

    :param text: body of the message ``communes.pst.programme.v1``, canonical JSON.
    :param digest: SHA-256 of the document in it; empty when it is withdrawn.
    :param by: who published it: an account on the site of the agents, the name of
        the sender on the site of the citizens.
    """

    id: str
    version: int
    published_at: str
    by: str
    text: str
    digest: str

    @property
    def body(self) -> dict[str, Any]:
        """The body of the message."""
        return json.loads(self.text)

    @property
    def is_withdrawn(self) -> bool:
        """Whether nothing is shown any more."""
        return not self.digest


def online_of(body: Mapping[str, Any], by: str) -> Online:
    """Return the version a body says."""
    document = body["document"]
    return Online(
        body["id"],
        body["version"],
        body["published_at"],
        by,
        canonical(body),
        "" if document is None else digest_of(document),
    )


def digest_of(document: Mapping[str, Any]) -> str:
    """Return the SHA-256 of a document, its day left out: what it says, not when."""
    said = {name: value for name, value in document.items() if name != "updated"}
    return sha256(canonical(said).encode()).hexdigest()


def frozen_of(plan: IPlan) -> Online | None:
    """Return the version a plan published last, None while it never did."""
    return plan.online


def keep_frozen(plan: IPlan, version: Online) -> None:
    """Keep the version a plan publishes."""
    plan.online = version


def received(site: Any) -> Mapping[str, Online]:
    """Return the programmes a site received, withdrawn ones too, by their id."""
    return IAnnotations(site).get(KEY) or {}


def keep_received(site: Any, version: Online) -> None:
    """Keep the version a site received."""
    kept = IAnnotations(site)
    if KEY not in kept:
        kept[KEY] = OOBTree()
    kept[KEY][version.id] = version
