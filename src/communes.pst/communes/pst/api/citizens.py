"""What a public site shows of the programmes it received, to everybody."""

from collections.abc import Mapping
from communes.pst.domain.errors import InvalidValue
from communes.pst.domain.public import PublicElement
from communes.pst.domain.public_files import COLUMNS
from communes.pst.domain.public_files import public_rows
from communes.pst.domain.public_reading import PublicProgramme
from communes.pst.domain.public_reading import read_document
from communes.pst.domain.public_search import matching
from communes.pst.exceptions import NotItsSender
from communes.pst.exceptions import UnknownProgramme
from communes.pst.storage.online import keep_received
from communes.pst.storage.online import Online
from communes.pst.storage.online import online_of
from communes.pst.storage.online import received
from communes.pst.storage.writing import clean
from functools import lru_cache
from typing import Any


#: Who reads ``programme`` needs these too.
__all__ = [
    "COLUMNS",
    "InvalidValue",
    "PublicElement",
    "PublicProgramme",
    "found_in",
    "programme",
    "programmes",
    "public_rows",
    "take",
    "version",
]


def take(site: Any, body: Mapping[str, Any], sender: str) -> bool:
    """Take a version in; return whether it replaces what was there.

    An older one changes nothing. Its texts are cleaned here too.

    :raises NotItsSender: somebody else sent the programme first.
    :raises InvalidValue: it can not be shown.
    """
    new = online_of(_cleaned(body), sender)
    present = received(site).get(new.id)
    if present is not None and present.by != sender:
        raise NotItsSender(sender=sender, name=new.id)
    if present is not None and present.version >= new.version:
        return False
    keep_received(site, new)
    return True


def programmes(site: Any) -> list[Online]:
    """Return the programmes that are shown, by their id."""
    return [one for _id, one in sorted(received(site).items()) if not one.is_withdrawn]


def version(site: Any, id: str) -> Online:
    """Return the version of one programme that is shown.

    :raises UnknownProgramme: there is none, or it is withdrawn.
    """
    found = received(site).get(id)
    if found is None or found.is_withdrawn:
        raise UnknownProgramme(name=id)
    return found


def programme(online: Online) -> PublicProgramme:
    """Return what a version says; the same version is read once by a process."""
    return _programme(online.text)


@lru_cache(maxsize=16)
def _programme(text: str) -> PublicProgramme:
    return read_document(Online("", 0, "", "", text, "").body["document"])


def found_in(shown: PublicProgramme, text: str) -> tuple[PublicElement, ...]:
    """Return the elements of a programme that words find, the best first."""
    return matching(shown, text)


def _cleaned(body: Mapping[str, Any]) -> dict[str, Any]:
    """Return the body with harmless texts.

    :raises InvalidValue: its document is no public programme.
    """
    document = body["document"]
    if document is None:
        return dict(body)
    read_document(document)
    rows = [
        {**one, "text": clean(one["text"])} if one.get("text") else one
        for one in document["elements"]
    ]
    return {**body, "document": {**document, "elements": rows}}
