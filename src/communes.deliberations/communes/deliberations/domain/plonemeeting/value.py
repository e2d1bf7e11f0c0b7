"""One object of an answer of plonemeeting.restapi, its keys read with suspicion."""

from collections.abc import Mapping
from communes.core.errors.domain import Reason
from communes.deliberations.domain.errors import because
from dataclasses import dataclass
from dataclasses import field
from datetime import datetime
from enum import StrEnum
from typing import TypeVar


Word = TypeVar("Word", bound=StrEnum)
#: What the schema of an item takes at most.
LONGEST_TITLE = 500


@dataclass
class Told:
    """An object as it came; reading notes what is wrong and goes on."""

    values: Mapping[str, object]
    reasons: list[Reason] = field(default_factory=list)

    def refuse(self, reason: Reason) -> None:
        """Note a reason to refuse the object."""
        self.reasons.append(reason)

    def text(self, key: str, *, required: bool = False) -> str:
        """Return a text, "" when there is none."""
        found = self.values.get(key)
        if found is None or found == "":
            if required:
                self.refuse(
                    because(
                        "pm_missing",
                        "« ${key} » manque : exportez l'objet entier (fullobjects).",
                        key=key,
                    )
                )
            return ""
        if not isinstance(found, str):
            self._wrong_type(key, "un texte")
            return ""
        if "\x00" in found or any("\ud800" <= sign <= "\udfff" for sign in found):
            self.refuse(
                because(
                    "pm_unreadable",
                    "« ${key} » contient des caractères illisibles : corrigez-le.",
                    key=key,
                )
            )
            return ""
        return found.strip()

    def token(self, key: str, part: str = "token") -> str:
        """Return the token (or ``part``) of a term, or the plain text it may be."""
        found = self.values.get(key)
        if isinstance(found, Mapping):
            return Told(found, self.reasons).text(part)
        return self.text(key)

    def html(self, key: str) -> str:
        """Return a formatted text as HTML, as it came."""
        return self.token(key, "data")

    def word(self, key: str, words: type[Word]) -> Word | None:
        """Return one of the known words, None and a reason otherwise."""
        found = self.token(key)
        if found in set(words):
            return words(found)
        self.refuse(
            because(
                "pm_unknown_word",
                "« ${key} » vaut « ${value} », que cette application ne connaît pas.",
                key=key,
                value=found,
            )
        )
        return None

    def flag(self, key: str) -> bool:
        """Return true or false; false when nothing is said."""
        found = self.values.get(key)
        if found is None or isinstance(found, bool):
            return bool(found)
        self._wrong_type(key, "true ou false")
        return False

    def number(self, key: str) -> int | None:
        """Return a whole number of zero or more, None when there is none."""
        found = self.values.get(key)
        if found is None:
            return None
        if isinstance(found, bool) or not isinstance(found, int) or found < 0:
            self._wrong_type(key, "un nombre entier")
            return None
        return found

    def moment(self, key: str, *, required: bool = False) -> datetime | None:
        """Return a date with its hour, in local time."""
        found = self.text(key, required=required)
        if not found:
            return None
        try:
            return datetime.fromisoformat(found).replace(tzinfo=None)
        except ValueError:
            self._wrong_type(key, "une date comme 2023-05-22T20:00:00")
            return None

    def rows(self, key: str) -> list["Told"]:
        """Return the objects of a list; their reasons are those of this one."""
        found = self.values.get(key)
        if found is None:
            return []
        if not isinstance(found, list) or not all(
            isinstance(one, Mapping) for one in found
        ):
            self._wrong_type(key, "une liste d'objets")
            return []
        return [Told(one, self.reasons) for one in found]

    def inside(self, key: str) -> "Told":
        """Return the object at ``key``, an empty one when there is none."""
        found = self.values.get(key)
        return Told(found if isinstance(found, Mapping) else {}, self.reasons)

    def title(self) -> str:
        """Return the title, refused when it is too long for an item."""
        found = " ".join(self.text("title", required=True).split())
        if len(found) > LONGEST_TITLE:
            self.refuse(
                because(
                    "pm_long_title",
                    "Le titre a ${length} caractères, ${most} au plus : "
                    "raccourcissez-le.",
                    length=len(found),
                    most=LONGEST_TITLE,
                )
            )
        return found

    def _wrong_type(self, key: str, expected: str) -> None:
        self.refuse(
            because(
                "pm_wrong_type",
                "« ${key} » n'est pas ${expected} : corrigez l'export.",
                key=key,
                expected=expected,
            )
        )
