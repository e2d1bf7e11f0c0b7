"""The OParl service: its entry, an institution's lists, and each object alone."""

from collections.abc import Mapping
from communes.publications.domain.formats import oparl
from communes.publications.domain.formats import oparl_lists
from communes.publications.domain.formats.errors import NotOpen
from communes.publications.domain.formats.links import Links
from communes.publications.domain.formats.oparl_lists import Filters
from communes.publications.domain.formats.oparl_lists import OF_BODY
from communes.publications.domain.formats.oparl_lists import OF_ITEMS
from communes.publications.domain.formats.oparl_lists import OF_MEETINGS
from communes.publications.domain.formats.oparl_lists import OF_PEOPLE
from communes.publications.open_data.forms import as_json
from communes.publications.open_data.forms import body_of
from communes.publications.open_data.forms import last_record
from communes.publications.open_data.oparl_people import every_person
from communes.publications.open_data.public import brains
from communes.publications.open_data.public import by_creation
from communes.publications.open_data.public import is_public
from communes.publications.open_data.public import meetings
from communes.publications.open_data.public import moment_of
from communes.publications.open_data.public import moments
from communes.publications.open_data.public import record_of
from communes.publications.open_data.public import unrestricted
from communes.publications.storage.places import find_institution
from communes.publications.storage.places import find_meeting
from dataclasses import dataclass
from typing import Any


Node = dict[str, object]
Path = tuple[str, ...]
#: Meetings whose objects make one page of a list.
MEETINGS_A_PAGE = 10
OBJECTS_A_PAGE = 100
#: What a list keeps of the parameters it was asked with.
KEPT = (
    "created_since",
    "created_until",
    "modified_since",
    "modified_until",
    "omit_internal",
)


@dataclass(frozen=True)
class Asked:
    """A question: the institution, where in the service, and the parameters."""

    institution: Any
    links: Links
    kind: str
    key: Path
    filters: Filters
    given: Mapping[str, str]

    @property
    def url(self) -> str:
        """The address of the list, without its parameters."""
        nis = self.institution.getId()
        return self.links.oparl(nis, self.kind, *self.key)

    @property
    def kept(self) -> dict[str, str]:
        """The parameters that every page of the list carries."""
        return {name: self.given[name] for name in KEPT if self.given.get(name)}


def bodies(site: Any, links: Links, given: Mapping[str, str]) -> bytes:
    """Return the list of the public institutions."""
    filters = oparl_lists.read_filters(given)
    found = [one._unrestrictedGetObject() for one in brains(site, "Institution")]
    wanted = [one for one in found if filters.take(*moments(one))]
    nodes = [body_of(one, links) for one in wanted]
    url = links.oparl("bodies")
    return as_json(_in_pages(nodes, url, {}, filters.page))


def asked(
    site: Any, path: Path, links: Links, given: Mapping[str, str]
) -> Asked | None:
    """Return what an address below ``/oparl/1.1/{nis}`` asks; None for the body.

    :raises NotOpen: there is no such institution, list or form of address.
    :raises FilterUnreadable: a parameter can not be read.
    """
    institution = find_institution(site, path[0])
    if institution is None or not is_public(institution):
        raise NotOpen
    if len(path) == 1:
        return None
    kind, key = path[1], path[2:]
    if kind not in {*OF_MEETINGS, *OF_PEOPLE, *OF_BODY}:
        raise NotOpen
    filters = oparl_lists.read_filters(given)
    return Asked(institution, links, kind, key, filters, given)


def is_list(question: Asked) -> bool:
    """Return whether a list is asked: all of a kind, or the meetings of an organ."""
    return not question.key or (question.kind == "meetings" and len(question.key) == 1)


def depends_on(question: Asked) -> list[Any]:
    """Return the brains a list is made of, in an order that never changes.

    Only who asks what changed is told of meetings that are shown no more.
    """
    filters, place = question.filters, _place(question)
    found = meetings(place)
    if question.kind not in OF_MEETINGS:
        return by_creation(found)
    if filters.with_deleted:
        paths = {one.getPath() for one in found}
        every = unrestricted(place, "PublishedMeeting")
        found += [one for one in every if one.getPath() not in paths]
    return by_creation(
        one
        for one in found
        if filters.take(moment_of(one.created), moment_of(one.modified))
    )


def list_of(question: Asked, found: list[Any]) -> bytes:
    """Return one page of a list.

    :param found: what ``depends_on`` has found.
    """
    filters = question.filters
    if question.kind in OF_MEETINGS:
        pages = -(-len(found) // MEETINGS_A_PAGE)
        start = (filters.page - 1) * MEETINGS_A_PAGE
        nodes: list[Node] = []
        for brain in found[start : start + MEETINGS_A_PAGE]:
            nodes += _nodes(question, brain._unrestrictedGetObject())
        page = oparl_lists.list_page(
            nodes, question.url, question.kept, filters.page, pages
        )
        return as_json(page)
    nodes = _organizations(question, found)
    if question.kind in OF_PEOPLE:
        nodes = list(every_person(found, question.kind, question.links).values())
    elif question.kind == "legislative-terms":
        nodes = []
    wanted = [one for one in nodes if _wanted(one, filters)]
    if filters.omit_internal:
        wanted = [oparl_lists.without_internal(one) for one in wanted]
    return as_json(_in_pages(wanted, question.url, question.kept, filters.page))


def meeting_of(question: Asked) -> Any | None:
    """Return the meeting that one object is made of; None when it is of several.

    :raises NotOpen: there is no such meeting.
    """
    if question.kind not in OF_MEETINGS:
        return None
    id = "/".join((question.institution.getId(), *question.key[:3]))
    if len(question.key) < 3:
        raise NotOpen
    found = find_meeting(question.institution, id)
    # What was never shown does not exist.
    if found is None or not found.current:
        raise NotOpen
    return found


def object_of(question: Asked, meeting: Any | None) -> bytes:
    """Return one object, alone.

    :raises NotOpen: there is none.
    """
    if meeting is not None:
        nodes = _nodes(question, meeting)
    elif question.kind == "organizations":
        nodes = _organizations(question, meetings(question.institution))
    else:
        found = meetings(question.institution)
        nodes = list(every_person(found, question.kind, question.links).values())
    for node in nodes:
        if node["id"] == question.url:
            return as_json(node)
    raise NotOpen


def _place(question: Asked) -> Any:
    if not (question.key and is_list(question)):
        return question.institution
    found = question.institution._getOb(question.key[0], None)
    if found is None:
        raise NotOpen
    return found


def _nodes(question: Asked, meeting: Any) -> list[Node]:
    alone = not is_list(question)
    filters = Filters() if alone else question.filters
    record = record_of(meeting)
    if record is None:
        return _left(question, meeting)
    return oparl_lists.objects_of(
        question.kind, record, question.links, filters, deleted=alone
    )


def _left(question: Asked, meeting: Any) -> list[Node]:
    """Return what is left of a meeting that was shown and is no more."""
    if not meeting.current:
        return []
    depth = len(question.institution.getPhysicalPath()) - 1
    id = "/".join(meeting.getPhysicalPath()[depth:])
    ids = [f"{id}/{one}" for one in meeting.objectIds()]
    if question.kind in ("meetings", "locations"):
        ids = [id]
    elif question.kind not in OF_ITEMS:
        ids = []
    return oparl_lists.tombstones(
        question.kind, ids, *moments(meeting), links=question.links
    )


def _organizations(question: Asked, found: list[Any]) -> list[Node]:
    if question.kind != "organizations":
        return []
    depth = len(question.institution.getPhysicalPath())
    names = sorted({one.getPath().split("/")[depth] for one in found})
    places = [question.institution[name] for name in names]
    return [
        oparl.oparl_organization(last_record(one), question.links) for one in places
    ]


def _wanted(node: Node, filters: Filters) -> bool:
    moments = (str(node["created"]), str(node["modified"]))
    return filters.take(*map(oparl_lists.read_moment, moments))


def _in_pages(nodes: list[Node], url: str, kept: dict[str, str], page: int) -> Node:
    pages = -(-len(nodes) // OBJECTS_A_PAGE)
    start = (page - 1) * OBJECTS_A_PAGE
    shown = nodes[start : start + OBJECTS_A_PAGE]
    return oparl_lists.list_page(shown, url, kept, page, pages)
