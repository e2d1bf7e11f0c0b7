"""What in a text is likely to be personal data; an agent decides, never the machine."""

from collections.abc import Callable
from collections.abc import Iterable
from collections.abc import Iterator
from communes.core.privacy.domain.numbers import is_iban
from communes.core.privacy.domain.numbers import is_niss
from dataclasses import dataclass
from enum import StrEnum
import re
import unicodedata


class Kind(StrEnum):
    """What a passage is thought to be."""

    NISS = "niss"
    IBAN = "iban"
    BIRTH = "birth"
    EMAIL = "email"
    PHONE = "phone"
    ADDRESS = "address"
    PLATE = "plate"
    NAME = "name"


@dataclass(frozen=True)
class Suggestion:
    """A passage to look at: its place among the words, and why it was noticed.

    ``certain`` says that a control number proves it.
    """

    start: int
    end: int
    text: str
    kind: Kind
    certain: bool = False


_UPPER = "A-ZÀ-ÖØ-Þ"
_WORD = rf"[{_UPPER}][\w'’-]*"
_LINKS = r"(?:de |du |van |von |den |der |le |la |l['’]|d['’])"
_MONTHS = (
    "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|"
    "décembre"
)
_DATE = (
    rf"(?:\d{{1,2}}[./-]\d{{1,2}}[./-]\d{{4}}|\d{{1,2}}(?:er)? (?:{_MONTHS}) \d{{4}})"
)
_WAYS = (
    "rue|avenue|av\\.|place|chaussée|chemin|allée|impasse|boulevard|bd|quai|route|"
    "ruelle|clos|square|sentier|drève|cour|venelle|rampe|thier|voie|domaine|résidence"
)
_IN_WAYS = (
    r"(?:(?:de|du|des|la|le|les|aux?|à|sous|sur|en|van|von|den|der|het|ten|ter) "
    r"|[ld]['’])"
)
#: The name of a way begins with a capital: « domaine public par … » is no address.
_WAY_NAME = rf"{_IN_WAYS}*{_WORD}(?:[ -]{_IN_WAYS}*{_WORD}){{0,5}}"
#: A house number is no year, no day of a month, no amount or measure.
_HOUSE = (
    r"(?!(?:19|20)\d{2}\b)\d{1,4}(?![\d.]*\d)"
    rf"(?!(?:er)? (?:{_MONTHS})\b| ?(?:€|%|EUR\b|euros?\b|m\b|m²|km\b|mètres?\b))"
    r"(?: ?[A-Za-z]\b| bis\b)?"
)

_PATTERNS: tuple[tuple[Kind, str, Callable[[str], bool] | None], ...] = (
    (Kind.NISS, r"(?<!\d)\d{2}[. ]?\d{2}[. ]?\d{2}[ -]?\d{3}[. ]?\d{2}(?!\d)", is_niss),
    (Kind.IBAN, r"\b[A-Z]{2}\d{2}(?:[ .-]?[A-Z0-9]{2,4}){3,8}\b", is_iban),
    (Kind.EMAIL, r"\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+\b", None),
    (
        Kind.PHONE,
        r"(?<![\d.+/])(?:\+32 ?\(?0?\)?|0)(?:4\d{2}|\d{1,2})[ /.]?\d{2,3}"
        r"(?:[ .]?\d{2}){2}(?![\d/])",
        None,
    ),
    (Kind.PLATE, r"\b[1-9]-[A-Z]{3}-\d{3}\b", None),
    (
        Kind.BIRTH,
        rf"\b[Nn](?:é|ée|ées|és)(?: à [^,;.\n]{{2,40}}?,?)? le {_DATE}"
        rf"|[Dd]ate de naissance ?:? ?{_DATE}",
        None,
    ),
    (
        Kind.ADDRESS,
        rf"\b(?i:{_WAYS}) {_WAY_NAME},? ?(?:n° ?)?{_HOUSE}"
        rf"(?:,? (?:[à–-] )?\d{{4}} {_WORD}(?:[ -]{_WORD})*)?",
        None,
    ),
    (
        Kind.NAME,
        rf"\b(?:MM\.|M\.|Mr\.?|Mme|Mmes|Mlle|Me|Dr|Monsieur|Madame|Mademoiselle|Maître|"
        rf"[Ll]es époux|[Éé]pouse|[Vv]euve|[Ll]es consorts|[Cc]onsorts) "
        rf"(?:{_LINKS})?{_WORD}(?:[ -](?:{_LINKS})?{_WORD}){{0,3}}",
        None,
    ),
)
_TITLES = re.compile(
    r"^(?:MM\.|M\.|Mr\.?|Mmes?|Mlle|Me|Dr|Monsieur|Madame|Mademoiselle|Maître|"
    r"[Ll]es époux|[Éé]pouse|[Vv]euve|[Ll]es consorts|[Cc]onsorts) "
)
#: A title before one of these is a function, which is public.
_FUNCTIONS = (
    "bourgmestre echevin echevine president presidente directeur directrice "
    "gouverneur gouverneure ministre conseiller conseillere receveur receveuse "
    "commissaire juge notaire"
).split()


def suggestions(
    text: str, public_names: Iterable[str] = (), known_names: Iterable[str] = ()
) -> tuple[Suggestion, ...]:
    """Return the passages of ``text`` to look at, in their order, none overlapping.

    :param text: the words a person reads (``text.words``).
    :param public_names: people whose name stays public: mandataries, directors.
        Source: Walloon decree of 18 May 2022, which masks all but mandataries.
    :param known_names: people the house knows, found without a title before them.
    """
    public = frozenset(_folded(name) for name in public_names)
    found = [*_by_pattern(text, public), *_by_name(text, known_names, public)]
    # What is proven wins over what is guessed; then the longer passage.
    found.sort(key=lambda one: (not one.certain, one.start - one.end, one.start))
    kept: list[Suggestion] = []
    for one in found:
        if all(one.end <= other.start or one.start >= other.end for other in kept):
            kept.append(one)
    return tuple(sorted(kept, key=lambda one: one.start))


def _by_pattern(text: str, public: frozenset[str]) -> Iterator[Suggestion]:
    for kind, pattern, proof in _PATTERNS:
        for match in re.finditer(pattern, text):
            if proof is not None and not proof(match[0]):
                continue
            if kind is Kind.NAME and _is_public(match[0], public):
                continue
            yield Suggestion(
                match.start(), match.end(), match[0], kind, proof is not None
            )


def _by_name(
    text: str, known: Iterable[str], public: frozenset[str]
) -> Iterator[Suggestion]:
    for name in known:
        if len(name.split()) < 2 or _folded(name) in public:
            continue
        for match in re.finditer(rf"\b{re.escape(name)}\b", text):
            yield Suggestion(match.start(), match.end(), match[0], Kind.NAME)


def _is_public(said: str, public: frozenset[str]) -> bool:
    """Return whether a title and its name mean a function or a public person."""
    name = _folded(_TITLES.sub("", said))
    if set(name.split()) & set(_FUNCTIONS):
        return True
    words = set(name.split())
    return any(words <= set(one.split()) for one in public)


def _folded(name: str) -> str:
    """Return a name without accents, case, or the way its parts are joined."""
    plain = unicodedata.normalize("NFKD", name.replace("’", "'"))
    letters = "".join(sign for sign in plain if not unicodedata.combining(sign))
    return " ".join(re.sub(r"[^\w']+", " ", letters.casefold()).split())
