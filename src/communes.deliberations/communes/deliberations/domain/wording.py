"""How minutes write dates, hours, people and lists, in the French of Belgium."""

from collections.abc import Sequence
from communes.deliberations.domain.attendance import Seat
from datetime import time
import unicodedata


# Functions of an assembly, in the feminine: conseillère, présidente, directrice.
_FEMININE = ("ère", "nte", "ice", "ine")
_CIVIL = {"f": "Madame", "m": "Monsieur"}


def hour(moment: time) -> str:
    """Return "20 heures", "20 heures 30", "1 heure"."""
    word = "heure" if moment.hour <= 1 else "heures"
    minutes = f" {moment.minute:02d}" if moment.minute else ""
    return f"{moment.hour} {word}{minutes}"


def listing(words: Sequence[str]) -> str:
    """Return "A, B et C"."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} et {words[-1]}"


def person(seat: Seat) -> str:
    """Return the name with its civil title, or bare when the gender is not known."""
    civil = _CIVIL.get(seat.gender)
    return f"{civil} {seat.name}" if civil else seat.name


def people(seats: Sequence[Seat]) -> str:
    """Return the names as a list, each with its civil title where it is known."""
    return listing([person(seat) for seat in seats])


def titled(seat: Seat) -> str:
    """Return "Madame Anne Lejeune, échevine": civil title, name and function.

    A seat that is only known by its function ("Échevin 2") does not say it twice.
    """
    _function, comma, rest = seat.title.partition(",")
    if is_function(seat):
        return f"{person(seat)}{comma}{rest}"
    return f"{person(seat)}, {seat.title}" if seat.title else person(seat)


def is_function(seat: Seat) -> bool:
    """Tell whether the seat is known by its function only, as in "Échevin 2"."""
    function = seat.title.partition(",")[0].casefold()
    return bool(function) and seat.name.casefold().startswith(function)


def belonging_to(seat: Seat) -> str:
    """Return "de Madame X, échevine", or "du Bourgmestre" for a bare function."""
    if not is_function(seat):
        return elided(titled(seat))
    noun = seat.name.split()[0].casefold()
    if _plain(noun) in "aeiouy":
        return f"de l'{titled(seat)}"
    return f"{'de la' if noun.endswith(_FEMININE) else 'du'} {titled(seat)}"


def elided(words: str) -> str:
    """Return "de Madame X" or "d'Anne X"."""
    vowel = _plain(words[:1]) in "aeiouy"
    return f"d'{words}" if vowel else f"de {words}"


def agreed(word: str, seats: Sequence[Seat]) -> str:
    """Return a participle in agreement: feminine only when every person is known so."""
    feminine = "e" if seats and all(seat.gender == "f" for seat in seats) else ""
    return f"{word}{feminine}{'s' if len(seats) > 1 else ''}"


def of(name_with_article: str) -> str:
    """Return "du Conseil communal" for "le Conseil communal", likewise "de la"."""
    for article, contracted in (("le ", "du "), ("les ", "des ")):
        if name_with_article.lower().startswith(article):
            return contracted + name_with_article[len(article) :]
    return f"de {name_with_article}"


def opened(text: str) -> str:
    """Return ``text`` with a capital first letter, the rest untouched."""
    return text[:1].upper() + text[1:]


def _plain(sign: str) -> str:
    return unicodedata.normalize("NFKD", sign.casefold())[:1]
