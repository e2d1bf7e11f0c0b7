"""Reading untrusted JSON key by key, noting each fault with its row, never stopping."""

from collections.abc import Collection
from collections.abc import Mapping
from communes.core.errors.domain import DomainError
from communes.core.errors.domain import Reason
from communes.deliberations.domain.errors import because
from communes.deliberations.domain.importing.plan import ImportFault
from dataclasses import dataclass
from dataclasses import field
from datetime import date
from datetime import time
import json
from typing import Any


MAX_CHARACTERS = 5_000_000

_KINDS: Mapping[type, str] = {
    str: "un texte",
    int: "un nombre entier",
    bool: "true ou false",
    list: "une liste",
    dict: "un objet",
}


@dataclass
class Faults:
    """The faults found so far."""

    found: list[ImportFault] = field(default_factory=list)

    def add(self, row: str, name: str, reason: Reason | DomainError) -> None:
        """Note a fault."""
        told = reason.reason if isinstance(reason, DomainError) else reason
        self.found.append(ImportFault(row, name, told))


class _DuplicateKey(ValueError):
    """A JSON object says the same key twice: one of the two would be lost."""


def load(text: str | bytes, faults: Faults) -> Mapping[str, Any]:
    """Return the object the text holds; an unreadable text is a fault and empty."""
    if len(text) > MAX_CHARACTERS:
        faults.add("fichier", "", because("too_large", "Le fichier est trop grand."))
        return {}
    try:
        found = json.loads(text, object_pairs_hook=_unique)
    except _DuplicateKey as error:
        faults.add(
            "fichier",
            str(error),
            because("duplicate_key", "Cette clé est donnée deux fois : gardez-en une."),
        )
        return {}
    except (ValueError, RecursionError) as error:
        faults.add(
            "fichier",
            "",
            because(
                "broken_json",
                "Le fichier n'est pas du JSON lisible (${problem}) : corrigez-le.",
                problem=str(error),
            ),
        )
        return {}
    if not isinstance(found, dict):
        faults.add("fichier", "", _wrong(dict))
        return {}
    return found


@dataclass(frozen=True)
class Row:
    """One object of the file, named as a person finds it."""

    name: str
    values: Mapping[str, Any]
    faults: Faults
    prefix: str = ""

    def only(self, known: Collection[str]) -> None:
        """Note every key that nobody reads."""
        for key in self.values:
            if key not in known:
                self.fault(
                    key,
                    because(
                        "unknown_key",
                        "Clé inconnue ; attendu : ${expected}.",
                        expected=", ".join(sorted(known)),
                    ),
                )

    def fault(self, key: str, reason: Reason | DomainError) -> None:
        """Note a fault at ``key``."""
        self.faults.add(self.name, f"{self.prefix}{key}".removesuffix("."), reason)

    def text(self, key: str, *, required: bool = False) -> str:
        """Return a text; a required one may not be blank."""
        value = self._read(key, str, required)
        if required and isinstance(value, str) and not value.strip():
            self.fault(key, because("empty_value", "Ce texte est vide : complétez-le."))
        if isinstance(value, str) and not _is_storable(value):
            self.fault(key, _unreadable())
            return ""
        return value.strip() if isinstance(value, str) else ""

    def number(self, key: str, *, required: bool = False) -> int | None:
        """Return a whole number of zero or more."""
        value = self._read(key, int, required)
        if isinstance(value, int) and value < 0:
            self.fault(key, because("negative", "Ce nombre ne peut pas être négatif."))
            return None
        return value if isinstance(value, int) else None

    def flag(self, key: str, default: bool | None = None) -> bool:
        """Return true or false; without ``default`` the key is required."""
        value = self._read(key, bool, required=default is None)
        return value if isinstance(value, bool) else bool(default)

    def day(self, key: str) -> date | None:
        """Return a required date."""
        text = self.text(key, required=True)
        try:
            return date.fromisoformat(text) if text else None
        except ValueError:
            self.fault(key, because("bad_date", "Attendu : une date AAAA-MM-JJ."))
            return None

    def moment(self, key: str) -> time | None:
        """Return an hour, if given."""
        text = self.text(key)
        try:
            return time.fromisoformat(text) if text else None
        except ValueError:
            self.fault(key, because("bad_hour", "Attendu : une heure HH:MM."))
            return None

    def texts(self, key: str, *, required: bool = False) -> tuple[str, ...]:
        """Return a list of texts; what is no text in it is a fault."""
        value = self._read(key, list, required)
        if not isinstance(value, list):
            return ()
        for one in value:
            if not isinstance(one, str) or not one.strip():
                self.fault(key, _wrong(str))
            elif not _is_storable(one):
                self.fault(key, _unreadable())
        return tuple(one.strip() for one in value if isinstance(one, str))

    def row(self, key: str, *, required: bool = False) -> "Row | None":
        """Return the object at ``key`` as a row of the same name."""
        value = self._read(key, dict, required)
        if not isinstance(value, dict):
            return None
        return Row(self.name, value, self.faults, f"{self.prefix}{key}.")

    def rows(self, key: str, noun: str) -> tuple["Row", ...]:
        """Return the required, non-empty list of objects at ``key``."""
        value = self._read(key, list, required=True)
        if not isinstance(value, list):
            return ()
        if not value:
            self.fault(key, because("empty_list", "Cette liste est vide."))
        found = []
        for place, one in enumerate(value, start=1):
            if isinstance(one, dict):
                found.append(Row(f"{noun} {place}", one, self.faults))
            else:
                self.faults.add(f"{noun} {place}", "", _wrong(dict))
        return tuple(found)

    def _read(self, key: str, kind: type, required: bool) -> object:
        value = self.values.get(key)
        if value is None:
            if required:
                self.fault(key, because("missing_key", "Cette clé manque."))
            return None
        # bool is an int for Python, never for the person who wrote the file.
        if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
            self.fault(key, _wrong(kind))
            return None
        return value


def _wrong(kind: type) -> Reason:
    return because("wrong_type", "Attendu : ${expected}.", expected=_KINDS[kind])


def _unreadable() -> Reason:
    return because(
        "unreadable_text", "Ce texte contient un signe illisible : retapez-le."
    )


def _is_storable(text: str) -> bool:
    """Half of a surrogate pair or a control sign would break a page or a PDF."""
    return not any(
        "\ud800" <= sign <= "\udfff" or (sign < " " and sign not in "\t\n\r")
        for sign in text
    )


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        keys = [key for key, _value in pairs]
        raise _DuplicateKey(next(key for key in keys if keys.count(key) > 1))
    return found
