"""The door of the open data: every answer, for whoever asks, before it is made."""

from collections.abc import Mapping
from communes.core.formats.domain import site_map
from communes.core.formats.domain.turtle import turtle
from communes.core.public.domain import etag_of
from communes.publications.domain.formats import dcat
from communes.publications.domain.formats import oparl_lists
from communes.publications.domain.formats.concepts import concepts
from communes.publications.domain.formats.errors import NotOpen
from communes.publications.domain.formats.links import Links
from communes.publications.domain.formats.negotiation import content_type
from communes.publications.domain.formats.negotiation import Form
from communes.publications.domain.formats.negotiation import FORMS
from communes.publications.domain.formats.negotiation import Kind
from communes.publications.domain.formats.openapi import openapi
from communes.publications.domain.states import DecisionStage
from communes.publications.open_data import oparl_service
from communes.publications.open_data.forms import as_json
from communes.publications.open_data.forms import build
from communes.publications.open_data.forms import holding_of
from communes.publications.open_data.public import brains
from communes.publications.open_data.public import institution_of
from communes.publications.open_data.public import is_public
from communes.publications.open_data.public import kind_of
from communes.publications.open_data.public import LISTED
from communes.publications.open_data.public import meetings
from communes.publications.open_data.public import moment_of
from communes.publications.open_data.representation import last_written
from communes.publications.open_data.representation import Representation
from communes.publications.open_data.representation import tag_of_brains
from communes.publications.open_data.representation import tag_of_objects
from communes.publications.storage.places import find_institution
from communes.publications.storage.tags import LISTS
from communes.publications.storage.tags import PORTAL
from communes.publications.storage.tags import tags_of
from datetime import date
from datetime import datetime
from importlib.metadata import version
from Products.CMFCore.utils import getToolByName
from typing import Any


XML = "application/xml; charset=utf-8"
#: How long a proxy may keep what tells of the portal as a whole, and what never moves.
TEN_MINUTES, A_DAY = 600, 86_400


def is_institution(site: Any, name: str) -> bool:
    """Return whether an institution of the portal has this NIS code, public or not."""
    return find_institution(site, name) is not None


def forms_of(obj: Any) -> tuple[Form, ...]:
    """Return the forms of what a permanent address leads to; none for the rest."""
    kind = kind_of(obj)
    if kind is None or not is_public(obj):
        return ()
    if kind is Kind.DECISION and obj.stage == DecisionStage.GONE:
        return ()
    decided = kind is not Kind.DECISION or obj.stage == DecisionStage.DECISION
    return tuple(one for one in FORMS[kind] if decided or one is not Form.XML)


def represent(obj: Any, form: Form, base: str) -> Representation:
    """Return one form of what a permanent address leads to.

    :param base: the address of the portal.
    :raises NotOpen: it is not public, or has no such form.
    """
    kind = kind_of(obj)
    if kind is None or not is_public(obj) or form not in FORMS[kind]:
        raise NotOpen
    if kind in (Kind.DECISION, Kind.MEETING):
        meeting = obj.__parent__ if kind is Kind.DECISION else obj
        records = [obj, meeting, institution_of(obj)]
        etag, modified = tag_of_objects(form, base, records), last_written(records)
    else:
        known = meetings(obj)
        # The calendar of an institution moves on with the year.
        parts = (date.today().year, _serial(institution_of(obj)))
        etag, modified = tag_of_brains(form, base, parts, known), None
    return Representation(
        content_type(form),
        etag,
        modified,
        tags_of(obj),
        lambda: build(obj, kind, form, Links(base)),
    )


def catalogue(site: Any, form: Form, base: str) -> Representation:
    """Return the DCAT-AP catalogue of the portal."""

    def body() -> bytes:
        found = brains(site, "Institution")
        held = tuple(holding_of(one._unrestrictedGetObject()) for one in found)
        return _graph(dcat.catalogue(site.title, held, Links(base)), form)

    return _of_portal(site, content_type(form), f"catalogue {form}", base, body)


def concept_list(site: Any, form: Form, base: str) -> Representation:
    """Return the portal's own concepts, as SKOS."""
    etag = etag_of("concepts", form, base, as_json(concepts(Links(base))))
    return Representation(
        content_type(form),
        etag,
        None,
        (PORTAL,),
        lambda: _graph(concepts(Links(base)), form),
        A_DAY,
    )


def description(base: str) -> Representation:
    """Return the addresses of the open data, as OpenAPI 3.1."""
    told = as_json(openapi(base, version("communes.publications")))
    kind = content_type(Form.JSON)
    return Representation(kind, etag_of(told), None, (PORTAL,), lambda: told, A_DAY)


def sitemaps(site: Any, base: str) -> list[tuple[str, datetime]]:
    """Return the site maps of the portal: one an institution, more when it is large."""
    maps: list[tuple[str, datetime]] = []
    for brain in brains(site, "Institution"):
        pages = _pages(brain._unrestrictedGetObject(), base)
        for start in range(0, len(pages), site_map.ADDRESSES):
            number = start // site_map.ADDRESSES + 1
            url = f"{base}/{brain.getId}/sitemap-{number}.xml"
            part = pages[start : start + site_map.ADDRESSES]
            maps.append((url, max(moment for _url, moment in part)))
    return maps


def sitemap(institution: Any, number: int, base: str) -> Representation:
    """Return the ``number``-th site map of an institution, from 1.

    :raises NotOpen: it has not as many, or is not public.
    """
    if not is_public(institution):
        raise NotOpen

    def body() -> bytes:
        start = (number - 1) * site_map.ADDRESSES
        part = _pages(institution, base)[start : start + site_map.ADDRESSES]
        if not part:
            raise NotOpen
        return site_map.sitemap(part)

    known = meetings(institution)
    parts = (number, _serial(institution))
    etag = tag_of_brains("sitemap", base, parts, known)
    return Representation(XML, etag, None, tags_of(institution), body, TEN_MINUTES)


def oparl(
    site: Any, path: tuple[str, ...], given: Mapping[str, str], base: str
) -> Representation:
    """Return what stands at an address of the OParl service.

    :param path: the names behind ``/oparl/1.1/``.
    :raises NotOpen: nothing public does.
    :raises FilterUnreadable: a parameter can not be read.
    """
    links = Links(base)
    kind = content_type(Form.JSON)
    if path == ("system",):
        system = as_json(oparl_lists.oparl_system(site.title, links))
        etag = etag_of("system", system)
        return Representation(kind, etag, None, (PORTAL,), lambda: system, A_DAY)
    if path == ("bodies",):
        filters = oparl_lists.read_filters(given)
        what = f"bodies {filters}"
        return _of_portal(
            site, kind, what, base, lambda: oparl_service.bodies(site, links, given)
        )
    if not path:
        raise NotOpen
    question = oparl_service.asked(site, path, links, given)
    if question is None:
        return represent(site[path[0]], Form.JSON, base)
    return _answer(question, base)


def _answer(question: oparl_service.Asked, base: str) -> Representation:
    kind, tags = content_type(Form.JSON), tags_of(question.institution)
    meeting = None
    if not oparl_service.is_list(question):
        meeting = oparl_service.meeting_of(question)
    if meeting is not None:
        etag = tag_of_objects(question.url, base, [meeting, question.institution])
        modified = last_written([meeting, question.institution])
        return Representation(
            kind,
            etag,
            modified,
            tags_of(meeting),
            lambda: oparl_service.object_of(question, meeting),
        )
    known = oparl_service.depends_on(question)
    parts = (question.filters, _serial(question.institution))
    etag = tag_of_brains(question.url, base, parts, known)
    if oparl_service.is_list(question):
        body = lambda: oparl_service.list_of(question, known)  # noqa: E731
    else:
        body = lambda: oparl_service.object_of(question, None)  # noqa: E731
    return Representation(kind, etag, None, tags, body)


def _of_portal(site: Any, kind: str, what: str, base: str, body: Any) -> Representation:
    # Whatever is written anywhere on the portal may change a list of all of it.
    written = getToolByName(site, "portal_catalog").getCounter()
    etag = etag_of(what, base, written)
    return Representation(kind, etag, None, (PORTAL, LISTS), body, TEN_MINUTES)


def _pages(institution: Any, base: str) -> list[tuple[str, datetime]]:
    depth = len(institution.getPhysicalPath()) - 1
    found = [one for one in meetings(institution) if one.publications_stage]
    if found:
        query = {"publications_stage": LISTED}
        found += brains(institution, "PublishedDecision", **query)
    return [
        ("/".join((base, *one.getPath().split("/")[depth:])), moment_of(one.modified))
        for one in sorted(found, key=lambda one: one.getPath())
    ]


def _graph(node: dict[str, object], form: Form) -> bytes:
    return turtle(node).encode() if form is Form.TURTLE else as_json(node)


def _serial(obj: Any) -> str:
    return str(obj._p_serial.hex())
