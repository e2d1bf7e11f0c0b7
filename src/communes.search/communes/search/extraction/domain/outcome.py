"""How the reading of one file ended, with a reason an operator understands."""

from dataclasses import dataclass
from enum import StrEnum


class Ending(StrEnum):
    """How a reading ended.

    ``READ``: the whole text; ``CUT``: its beginning, for the reason given; all others
    gave no text, and will not give one to a second try.
    """

    READ = "read"
    CUT = "cut"
    EMPTY = "empty"
    TOO_LARGE = "too_large"
    BOMB = "bomb"
    ENCRYPTED = "encrypted"
    BROKEN = "broken"
    UNKNOWN = "unknown"
    FORBIDDEN = "forbidden"
    TOO_LONG = "too_long"


SENTENCES = {
    Ending.READ: "lu en entier",
    Ending.CUT: "lu en partie : le temps ou la longueur permis sont atteints",
    Ending.EMPTY: "le fichier est vide, ou n'est fait que d'images",
    Ending.TOO_LARGE: "le fichier est trop grand pour être lu",
    Ending.BOMB: "le fichier se déploie en bien plus que ce qu'il montre",
    Ending.ENCRYPTED: "le fichier est protégé par un mot de passe",
    Ending.BROKEN: "le fichier est abîmé ou incomplet",
    Ending.UNKNOWN: "ce genre de fichier n'est pas lu",
    Ending.FORBIDDEN: "le fichier contient ce qu'un document ne contient pas",
    Ending.TOO_LONG: "le fichier ne se laisse pas lire dans le temps ou la mémoire "
    "permis",
}


@dataclass(frozen=True)
class Limits:
    """What one reading may take; beyond, it ends.

    ``file_bytes``: largest file; ``unpacked_bytes``: what an archive may unfold to;
    ``seconds``: of the clock, and of the processor; ``memory_bytes``: of the cell;
    ``characters``: of text kept.
    """

    file_bytes: int = 64 * 1024 * 1024
    unpacked_bytes: int = 128 * 1024 * 1024
    seconds: int = 20
    memory_bytes: int = 768 * 1024 * 1024
    characters: int = 1_000_000


@dataclass(frozen=True)
class Reading:
    """The text of one file, empty unless ``ending`` says that there is some."""

    ending: Ending
    text: str = ""
    detail: str = ""

    @property
    def sentence(self) -> str:
        """Say for an operator how it ended, in French."""
        return (
            f"{SENTENCES[self.ending]} ({self.detail})"
            if self.detail
            else (SENTENCES[self.ending])
        )


def ended(ending: Ending, text: str, limits: Limits, detail: str = "") -> Reading:
    """Return the reading: what was read before a refusal in mid-file stays.

    A text cut at the limit, or left off by the clock, is ``CUT``; one without any
    letter is ``EMPTY``.
    """
    kept = text[: limits.characters]
    telling = any(map(str.isalnum, kept))
    if ending is Ending.READ:
        if not telling:
            return Reading(Ending.EMPTY)
        return Reading(Ending.CUT if len(text) > len(kept) else Ending.READ, kept)
    if ending is Ending.TOO_LONG and telling:
        return Reading(Ending.CUT, kept, detail)
    return Reading(ending, "", detail)
