"""Which ends of mandates an assembly has already dealt with."""

from Acquisition import aq_base
from BTrees.OOBTree import OOTreeSet
from communes.deliberations.content.assembly import IAssembly


ENDS = "ended_mandates"


def known_ends(assembly: IAssembly) -> frozenset[str]:
    """Return the keys of the ends that were dealt with."""
    return frozenset(getattr(aq_base(assembly), ENDS, ()))


def keep_end(assembly: IAssembly, key: str) -> None:
    """Remember that an end was dealt with: whoever is let in again stays."""
    if getattr(aq_base(assembly), ENDS, None) is None:
        setattr(assembly, ENDS, OOTreeSet())
    getattr(assembly, ENDS).add(key)
