"""What was asked of the accounts for an item, kept on the item."""

from communes.policy.domain.commitment import Commitment
from dataclasses import astuple
from typing import Any
from zope.annotation.interfaces import IAnnotations


KEY = "communes.policy.commitment"


def commitment_of(item: Any) -> Commitment | None:
    """Return what was asked for an item; None while nothing was."""
    found = IAnnotations(item).get(KEY)
    return None if found is None else Commitment(*found)


def keep(item: Any, commitment: Commitment) -> None:
    """Keep what was asked, or what the accounts answered."""
    IAnnotations(item)[KEY] = astuple(commitment)
