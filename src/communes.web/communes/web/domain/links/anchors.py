"""Links between our contents name what they lead to, not where it stands today."""

from collections.abc import Callable
from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from html import unescape
import re
from urllib.parse import urljoin
from urllib.parse import urlsplit


#: A tag of a text: what stands in quotes may hold any sign.
_TAG = re.compile(r"""<[a-zA-Z](?:[^<>"']|"[^"]*"|'[^']*')*>""")
_ADDRESS = re.compile(r"""(?<=\s)(href|src)\s*=\s*("[^"]*"|'[^']*')""", re.IGNORECASE)
_ANCHOR = re.compile(r"(?:.*/)?resolveuid/([0-9a-f]{32})(?![0-9a-f])(.*)", re.DOTALL)
#: What may follow the path of a content and still be that content.
_REST = re.compile(r"/(?:@@|\+\+|view\b).*")


@dataclass(frozen=True)
class Anchor:
    """A link to one of our contents; ``rest`` is a scale, a question or a fragment."""

    uid: str
    rest: str = ""

    def __str__(self) -> str:
        """Return the link as texts keep it; Plone's editors write the same."""
        return f"resolveuid/{self.uid}{self.rest}"


def read_anchor(address: str) -> Anchor | None:
    """Return the anchor an address is, None when it is none."""
    found = _ANCHOR.fullmatch(address)
    return Anchor(found[1], found[2]) if found else None


def addresses_in(html: str) -> tuple[str, ...]:
    """Return what a text leads to or shows, each once, in their order."""
    found: dict[str, None] = {}
    for _start, _end, address in _addresses(html):
        found[address] = None
    return tuple(found)


def replaced(html: str, change: Callable[[str], str]) -> str:
    """Return a text with each address as ``change`` gives it back."""
    made, here = [], 0
    for start, end, address in _addresses(html):
        new = change(address)
        if new != address:
            made += [html[here:start], '"', escape(new), '"']
            here = end
    return "".join((*made, html[here:]))


def below(address: str, page: str, site: str) -> str | None:
    """Return the path below ``site`` that an address of ``page`` leads to.

    With its question and fragment; None when it leads elsewhere, or to nothing
    that is read (mail, telephone, a place of the same page).
    """
    try:
        asked = urljoin(f"{page}/", address) if _is_relative(address) else address
        parts = urlsplit(asked)
        here = urlsplit(site)
        other = parts.scheme not in ("", "http", "https")
    except ValueError:
        return None
    same = parts.netloc in ("", here.netloc)
    path, root = parts.path, here.path.rstrip("/")
    inside = path == root or path.startswith(f"{root}/")
    if other or not same or not inside or not address.strip():
        return None
    if address.startswith("#"):
        return None
    after = f"?{parts.query}" if parts.query else ""
    after += f"#{parts.fragment}" if parts.fragment else ""
    return (path[len(root) :] or "/") + after


def candidates(path: str) -> tuple[str, ...]:
    """Return the contents a path may be of, the longest first, without its end."""
    bare = re.split(r"[?#]", path, maxsplit=1)[0].rstrip("/")
    found = [bare or "/"]
    while "/" in bare[1:]:
        bare = bare.rpartition("/")[0]
        found.append(bare)
    return tuple(found)


def anchored(path: str, known: Mapping[str, str]) -> Anchor | None:
    """Return the anchor a path is of; None when nothing stands there.

    :param known: paths of contents (see ``candidates``) with their UIDs.
    """
    cut = re.search(r"[?#]", path)
    bare, end = (path[: cut.start()], path[cut.start() :]) if cut else (path, "")
    bare = bare.rstrip("/") or "/"
    for one in candidates(bare):
        rest = bare[len(one) :] if one != "/" else ""
        if one in known:
            fits = not rest or _REST.fullmatch(rest)
            return Anchor(known[one], rest + end) if fits else None
    return None


def uids_in(html: str) -> frozenset[str]:
    """Return the contents a text leads to or shows."""
    found = (read_anchor(address) for address in addresses_in(html))
    return frozenset(one.uid for one in found if one)


def shown(html: str, addresses: Mapping[str, str]) -> str:
    """Return a text with each anchor as the address it has now.

    One that leads to nothing stays: its page says that nothing is there.
    """

    def now(address: str) -> str:
        one = read_anchor(address)
        known = one and addresses.get(one.uid)
        return f"{known}{one.rest}" if one and known else address

    return replaced(html, now)


def _addresses(html: str) -> Iterator[tuple[int, int, str]]:
    """Yield where the quoted value of each address begins and ends, and the value."""
    for tag in _TAG.finditer(html):
        for found in _ADDRESS.finditer(tag[0]):
            start = tag.start() + found.start(2)
            end = tag.start() + found.end(2)
            yield start, end, unescape(html[start + 1 : end - 1])


def _is_relative(address: str) -> bool:
    return not urlsplit(address).scheme and not address.startswith("//")
