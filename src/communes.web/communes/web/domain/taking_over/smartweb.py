"""Pages, sections, procedures and contacts of iA.Smartweb as iMio's sites give them."""

from collections.abc import Mapping
from communes.web.domain.errors import PartLost
from communes.web.domain.taking_over.source import Source
from typing import Any


#: Its width is a class of the grid: twelve columns.
_COLUMNS = {3: 25, 4: 33, 6: 50, 8: 66, 9: 75}


def section_row(source: Source) -> dict[str, Any]:
    """Return the row of the section a content of a page is.

    :raises PartLost: a section of that kind says nothing that is ours.
    """
    kind = source.kind.rpartition(".")[2].removeprefix("Section").lower()
    if kind not in _READERS:
        raise PartLost(name=source.title or kind)
    ours, holds = _READERS[kind](source)
    given = source.given
    return {
        "id": section_id(source.uid),
        "kind": ours,
        "title": source.title,
        "title_shown": given.get("hide_title") is not True,
        "width": _width(given.get("bootstrap_css_class")),
        "hidden": source.state == "private",
        "holds": holds,
    }


def section_id(their_uid: str) -> str:
    """Return the id of the section that a content of a page becomes."""
    return f"s-{their_uid[:32].lower()}"


def link_row(source: Source) -> dict[str, Any]:
    """Return one line of a list of links."""
    return {
        "label": source.title,
        "url": _said(source.given, "remoteUrl").replace("${portal_url}", ""),
        "text": source.description,
        "new_tab": source.given.get("open_in_new_tab") is True,
    }


def procedure_url(source: Source) -> str:
    """Return the address of the form of a procedure, empty without one."""
    chosen = source.given.get("procedure_ts")
    # A choice is given as its token and its title; the token is the address.
    token = chosen.get("token") if isinstance(chosen, Mapping) else chosen
    return _said(source.given, "procedure_url") or (
        token if isinstance(token, str) else ""
    )


def _text(source: Source) -> tuple[str, dict[str, Any]]:
    place = _said(source.given, "alignment")
    return "text", {
        "html": source.html,
        "place": place if place in ("left", "right", "top") else "right",
    }


def _postit(source: Source) -> tuple[str, dict[str, Any]]:
    return "postit", {"html": source.html}


def _video(source: Source) -> tuple[str, dict[str, Any]]:
    return "video", {"url": _said(source.given, "video_url"), "name": source.title}


def _html(source: Source) -> tuple[str, dict[str, Any]]:
    return "html", {"html": _said(source.given, "html")}


def _external(source: Source) -> tuple[str, dict[str, Any]]:
    url = _said(source.given, "external_content_url")
    return "external", {"url": url, "name": source.title}


def _empty(kind: str) -> Any:
    # What it shows are its contents, or what is found here: nothing to take along.
    return lambda _source: (kind, {})


_READERS = {
    "text": _text,
    "postit": _postit,
    "video": _video,
    "html": _html,
    "externalcontent": _external,
    "files": _empty("files"),
    "gallery": _empty("gallery"),
    "links": _empty("links"),
    "slide": _empty("slides"),
    "news": _empty("news"),
    "events": _empty("events"),
}


def _width(value: object) -> int:
    token = value.get("token") if isinstance(value, Mapping) else value
    columns = str(token or "").rpartition("-")[2]
    return _COLUMNS.get(int(columns), 100) if columns.isdecimal() else 100


def _said(given: Mapping[str, object], name: str) -> str:
    value = given.get(name)
    return value if isinstance(value, str) else ""
