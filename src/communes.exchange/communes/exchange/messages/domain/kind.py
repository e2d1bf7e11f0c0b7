"""A kind of message: its name and version, what it says, its schema and its example."""

from collections.abc import Mapping
from dataclasses import dataclass
import datetime
import re


NAME = re.compile(r"[a-z]+(\.[a-z][a-z0-9-]*)+\.v[1-9]\d*")


@dataclass(frozen=True)
class Change:
    """One line of a kind's changelog; what old receivers can not read is a new kind."""

    day: datetime.date
    text: str


@dataclass(frozen=True)
class MessageKind:
    """One kind of message, as an integrator reads it.

    ``name`` ends with its major version: within it the schema only grows optional
    properties. ``schema`` is JSON Schema 2020-12 of the body, ``example`` a body
    that follows it. ``personal`` says that bodies may hold personal data.

    :raises ValueError: its name is no good, or it has no changelog: a mistake of the
        solution that declares it.
    """

    name: str
    title: str
    description: str
    schema: Mapping[str, object]
    example: Mapping[str, object]
    changes: tuple[Change, ...]
    personal: bool = False

    @property
    def version(self) -> int:
        """The major version, as the name says it."""
        return int(self.name.rpartition(".v")[2])

    def __post_init__(self) -> None:
        if not NAME.fullmatch(self.name):
            raise ValueError(f"{self.name}: a kind is named as a.noun.v1")
        if not self.changes:
            raise ValueError(f"{self.name}: a kind has a changelog")
