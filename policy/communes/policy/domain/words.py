"""How the problems of a commune's file are put into words."""

from collections.abc import Iterable
from collections.abc import Iterator
from communes.core.settings.domain import Problem
from difflib import get_close_matches
import re


#: A name that serves in addresses and group names: short, lower case, no accents.
ID = re.compile(r"[a-z](?:[a-z0-9]|-(?=[a-z0-9])){1,39}")

#: What looks like the address of a mailbox.
EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")


#: Where people open a site, without a slash at its end.
ADDRESS = re.compile(r"https?://[a-z0-9.-]+(?::\d{1,5})?(?:/[a-zA-Z0-9_.-]+)*")


def quoted(value: object) -> str:
    """Return a value between French quotation marks."""
    return f"« {value} »"


def one_of(key: str, what: str, value: str, valid: Iterable[str]) -> Problem:
    """Return the problem of a name that is not one of ``valid``, with the nearest."""
    names = sorted(valid)
    near = get_close_matches(value, names, n=1)
    hint = f" (vouliez-vous dire {quoted(near[0])} ?)" if near else ""
    listed = ", ".join(names) if names else "aucun ne convient"
    return Problem(key, f"{what} parmi {listed}{hint}", quoted(value))


def image_problems(
    key: str, value: str, suffix: str, files: Iterable[str]
) -> Iterator[Problem]:
    """Yield the problem of an image the profile does not have, or of another kind."""
    if not value:
        return
    if not value.endswith(suffix):
        expected = f"un fichier dont le nom finit par {suffix}"
        yield Problem(key, expected, quoted(value))
    elif value not in files:
        images = [path for path in files if path.endswith(suffix)]
        yield one_of(key, "un fichier du dossier du profil", value, images)
