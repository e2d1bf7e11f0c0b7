"""Reads plain JSON values of an expected kind, and says where one is not."""

from collections.abc import Mapping
from communes.publications.domain.errors import ProjectionUnreadable
from datetime import datetime
import re
from typing import NoReturn


class Reader:
    """Reads one JSON object; ``place`` is where it stands in the message."""

    def __init__(self, data: Mapping[str, object], place: str = "") -> None:
        self._data = data
        self._place = place

    def text(
        self,
        name: str,
        pattern: re.Pattern[str] | None = None,
        default: str | None = None,
    ) -> str:
        """Return a text; ``default`` when it is missing."""
        found = self._data.get(name, default)
        if not isinstance(found, str) or (default is None and not found.strip()):
            self._wrong(name, "un texte est attendu")
        if pattern is not None and not pattern.fullmatch(found):
            self._wrong(name, "le texte n'a pas la forme convenue")
        return found

    def texts(self, name: str) -> tuple[str, ...]:
        """Return a list of texts; empty when it is missing."""
        found = self._data.get(name, [])
        if not isinstance(found, list) or not all(isinstance(x, str) for x in found):
            self._wrong(name, "une liste de textes est attendue")
        return tuple(found)

    def flag(self, name: str) -> bool:
        """Return yes or no; no when it is missing."""
        found = self._data.get(name, False)
        if not isinstance(found, bool):
            self._wrong(name, "vrai ou faux est attendu")
        return found

    def number(self, name: str, least: int) -> int:
        """Return a whole number; ``least`` when it is missing."""
        found = self._data.get(name, least)
        if not isinstance(found, int) or isinstance(found, bool) or found < least:
            self._wrong(name, f"un nombre entier à partir de {least} est attendu")
        return found

    def one_of(self, name: str, choices: tuple[str, ...]) -> str:
        """Return one of the texts that are possible."""
        found = self.text(name)
        if found not in choices:
            self._wrong(name, f"possibles : {', '.join(choices)}")
        return found

    def moment(self, name: str) -> datetime:
        """Return a moment with its time zone."""
        try:
            found = datetime.fromisoformat(self.text(name))
        except ValueError:
            self._wrong(name, "un moment ISO 8601 est attendu")
        if found.tzinfo is None:
            self._wrong(name, "un moment avec son fuseau horaire est attendu")
        return found

    def moment_or_none(self, name: str) -> datetime | None:
        """Return a moment, None when it is missing."""
        return None if self._data.get(name) is None else self.moment(name)

    def rows(self, name: str) -> list["Reader"]:
        """Return a list of objects; empty when it is missing."""
        found = self._data.get(name, [])
        if not isinstance(found, list):
            self._wrong(name, "une liste est attendue")
        return [self._row(f"{name}/{number}", one) for number, one in enumerate(found)]

    def row_or_none(self, name: str) -> "Reader | None":
        """Return an object, None when it is missing."""
        found = self._data.get(name)
        return None if found is None else self._row(name, found)

    def _row(self, name: str, found: object) -> "Reader":
        if not isinstance(found, dict):
            self._wrong(name, "un objet est attendu")
        return Reader(found, f"{self._place}{name}/")

    def _wrong(self, name: str, problem: str) -> NoReturn:
        raise ProjectionUnreadable(place=f"{self._place}{name}", problem=problem)
