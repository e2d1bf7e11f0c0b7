"""Somebody who holds mandates."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Person:
    """One person.

    :param id: stable name in addresses and data ("echevin-1").
    :param name: as it is written in the minutes.
    :param gender: "f", "m", "x", or empty when it is not known.
    :param user: id of the account, empty for who has none.
    """

    id: str
    name: str
    gender: str = ""
    user: str = ""
