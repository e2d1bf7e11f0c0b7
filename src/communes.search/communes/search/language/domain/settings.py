"""The table ``[search]`` of ``commune.toml``: languages, synonyms, best bets."""

from communes.search.domain.errors import QueryRefused
from communes.search.language.domain.words import key_of
from dataclasses import dataclass
from dataclasses import field
import re


MAX_WORD_CHARACTERS = 80
_UID = re.compile(r"[0-9a-f]{32}", re.ASCII)


class SettingRefused(QueryRefused):
    """Cause: words or a target that no search could use. Cure: in the sentence."""

    code = "search_setting_refused"
    template = "${expected}"


@dataclass(frozen=True)
class Synonyms:
    """Words that mean the same in this commune: who types one finds the others.

    :raises SettingRefused: fewer than two different words, or one without letters.
    """

    words: tuple[str, ...] = field(
        metadata={
            "doc": "Mots ou expressions de même sens ; en taper un trouve les autres.",
            "min": 2,
            "max": 30,
        },
    )

    def __post_init__(self) -> None:
        _refuse_unfit("words", self.words)
        if len({key_of(word) for word in self.words}) < len(self.words):
            raise SettingRefused("words", expected="des mots tous différents")


@dataclass(frozen=True)
class BestBet:
    """A page shown first to who types one of ``words``, if it may be seen.

    :raises SettingRefused: no words, or a target that is neither path nor UID.
    """

    words: tuple[str, ...] = field(
        metadata={
            "doc": "Recherches, telles qu'on les tape, qui mettent la page en tête.",
            "min": 1,
            "max": 30,
        },
    )
    target: str = field(
        metadata={
            "doc": "La page : son chemin dans le site (« /vivre/dechets ») ou son UID."
        },
    )

    def __post_init__(self) -> None:
        _refuse_unfit("words", self.words)
        path = self.target.startswith("/") and self.target.isprintable()
        if not (path or _UID.fullmatch(self.target)):
            raise SettingRefused(
                "target", expected="un chemin commençant par « / », ou un UID"
            )

    @property
    def uid_or_path(self) -> str:
        """The UID of the page, or its path below the site, beginning with "/"."""
        return self.target


@dataclass(frozen=True)
class SearchSettings:
    """Keys of the table ``[search]``; without it, French with the base synonyms."""

    languages: tuple[str, ...] = field(
        default=("fr",),
        metadata={
            "doc": "Langues des textes ; en changer renvoie tout à l'index.",
            "choices": ("fr", "de"),
            "min": 1,
            "max": 2,
        },
    )
    base_synonyms: bool = field(
        default=True,
        metadata={"doc": "Employer aussi les synonymes fournis avec la recherche."},
    )
    synonyms: tuple[Synonyms, ...] = field(
        default=(), metadata={"doc": "Synonymes propres à la commune.", "max": 500}
    )
    best_bets: tuple[BestBet, ...] = field(
        default=(), metadata={"doc": "Pages à montrer en tête.", "max": 500}
    )


def _refuse_unfit(name: str, words: tuple[str, ...]) -> None:
    for word in words:
        if not key_of(word) or len(word) > MAX_WORD_CHARACTERS:
            raise SettingRefused(
                name,
                expected=f"des mots de 1 à {MAX_WORD_CHARACTERS} caractères, avec "
                "une lettre ou un chiffre",
            )
