"""What a section may not hold, and what it lacks before everybody sees it."""

from collections.abc import Collection
from communes.web.domain.sections.errors import BadSection
from communes.web.domain.sections.errors import HostNotAllowed
from communes.web.domain.sections.kinds import External
from communes.web.domain.sections.kinds import Hero
from communes.web.domain.sections.kinds import LABELS
from communes.web.domain.sections.kinds import Links
from communes.web.domain.sections.kinds import Map
from communes.web.domain.sections.kinds import Slides
from communes.web.domain.sections.kinds import Video
from communes.web.domain.sections.record import Section
from communes.web.domain.sections.record import values_of
import re
from urllib.parse import parse_qs
from urllib.parse import urlsplit


_SCHEMES = frozenset({"", "http", "https", "mailto", "tel"})
_EMBEDS = {
    "youtu.be": "https://www.youtube-nocookie.com/embed/{id}",
    "www.youtube.com": "https://www.youtube-nocookie.com/embed/{id}",
    "www.youtube-nocookie.com": "https://www.youtube-nocookie.com/embed/{id}",
    "vimeo.com": "https://player.vimeo.com/video/{id}?dnt=1",
    "player.vimeo.com": "https://player.vimeo.com/video/{id}?dnt=1",
}
_VIDEO_ID = re.compile(r"[\w-]{6,64}")


def refuse_unsafe(
    section: Section, video_hosts: Collection[str], external_hosts: Collection[str]
) -> None:
    """Refuse an address nobody should follow, and a host that is not allowed.

    :raises BadSection, HostNotAllowed: say which section, and which address.
    """
    for name, meaning, value in values_of(section):
        if meaning == "url" and not is_safe(value):
            problem = f"l'adresse « {value} » ne peut pas être suivie"
            raise BadSection(field=name, name=named(section), problem=problem)
    held = section.holds
    if isinstance(held, Video) and held.url:
        _refuse_host(section, held.url, video_hosts)
        if not embed_of(held.url):
            problem = f"l'adresse « {held.url} » n'est pas celle d'une vidéo"
            raise BadSection(field="url", name=named(section), problem=problem)
    if isinstance(held, External) and held.url:
        _refuse_host(section, held.url, external_hosts)
    if isinstance(held, Map):
        for one in held.points:
            _refuse_place(section, one.latitude, 90)
            _refuse_place(section, one.longitude, 180)


def is_safe(url: str) -> bool:
    """Tell whether an address leads to a page, a mail or a telephone, and runs nothing.

    Browsers read ``java\\nscript:`` as one word: what no address holds is refused.
    """
    if any(ord(sign) <= 0x20 or sign in '<>"\\' for sign in url):
        return False
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme.lower() in _SCHEMES and not url.startswith("//")


def embed_of(url: str) -> str:
    """Return the address of the player of a video, without cookies where there is such.

    Empty when the address is not one of a video. A host that is not one of the great
    ones is taken for a PeerTube.
    """
    parts = urlsplit(url)
    host = (parts.hostname or "").lower()
    steps = [step for step in parts.path.split("/") if step]
    asked = parse_qs(parts.query).get("v", [""])[0]
    id_ = asked or (steps[-1] if steps else "")
    if parts.scheme != "https" or not _VIDEO_ID.fullmatch(id_):
        return ""
    return _EMBEDS.get(host, f"https://{host}/videos/embed/{{id}}").format(id=id_)


def missing_of(section: Section) -> tuple[str, ...]:
    """Return what a section lacks before it is shown, in words; nothing when hidden."""
    held = section.holds
    if section.hidden:
        return ()
    found: list[str] = []
    if isinstance(held, Video | External):
        if not held.url:
            found.append(f"l'adresse de « {named(section)} »")
        elif not held.name.strip():
            found.append(f"ce que montre « {named(section)} »")
    rows = held.links if isinstance(held, Links | Hero) else ()
    if any(not one.label.strip() or not one.url for one in rows):
        found.append(f"l'intitulé et l'adresse d'un lien de « {named(section)} »")
    if isinstance(held, Slides) and any(not one.picture for one in held.slides):
        found.append(f"l'image d'une vue de « {named(section)} »")
    return tuple(found)


def named(section: Section) -> str:
    """Return what a webmaster calls a section."""
    return section.title or LABELS[section.kind]


def _refuse_host(section: Section, url: str, hosts: Collection[str]) -> None:
    parts = urlsplit(url)
    host = (parts.hostname or "").lower()
    if parts.scheme != "https" or host not in hosts:
        raise HostNotAllowed(
            field="url", host=host or url, name=named(section), hosts=", ".join(hosts)
        )


def _refuse_place(section: Section, degrees: str, most: int) -> None:
    try:
        right = -most <= float(degrees.replace(",", ".")) <= most
    except ValueError:
        right = False
    if not right:
        problem = f"« {degrees} » n'est pas une coordonnée en degrés"
        raise BadSection(field="points", name=named(section), problem=problem)
