"""Who publishes: an institution, as every format names it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Publisher:
    """An institution; ``kind`` is one of those of the portal (« commune », « cpas »).

    ``enterprise_number`` has ten digits; ``matters`` is the matter of the portal where
    each category of its meetings goes.
    """

    nis: str
    name: str
    kind: str = "commune"
    mail: str = ""
    enterprise_number: str = ""
    matters: tuple[tuple[str, str], ...] = ()
