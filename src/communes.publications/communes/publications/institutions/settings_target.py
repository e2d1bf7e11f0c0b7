"""Where the institutions of a commune's file are kept: as content of the portal."""

from collections.abc import Mapping
from communes.core.jobs.api import intend
from communes.core.settings.domain import flatten
from communes.core.settings.domain import unflatten
from communes.core.settings.interfaces import ISettingsTarget
from communes.publications.content.institution import IInstitution
from communes.publications.domain.settings import InstitutionSettings
from communes.publications.domain.settings import NameSettings
from communes.publications.domain.settings import problems
from communes.publications.domain.settings import PublicationsSettings
from communes.publications.institutions.errors import InstitutionRefused
from communes.publications.institutions.groups import GROUPS
from communes.publications.institutions.groups import logins
from communes.publications.institutions.groups import set_logins
from communes.publications.institutions.matters import MATTERS
from communes.publications.storage.places import every_institution
from communes.publications.storage.places import find_institution
from communes.publications.storage.places import make_institution
from dataclasses import fields
from dataclasses import replace
from plone.base.interfaces import IPloneSiteRoot
from Products.CMFCore.utils import getToolByName
from typing import Any
from zope.component import adapter
from zope.interface import implementer


#: What is not a value of the object itself.
_APART = frozenset({"id", "published", *GROUPS})
_PLAIN = tuple(
    one.name for one in fields(InstitutionSettings) if one.name not in _APART
)
_STEPS = {True: "publish", False: "hide"}


@implementer(ISettingsTarget)
@adapter(IPloneSiteRoot)
class PublicationsTarget:
    """The live settings of the institutions of one portal.

    An institution that a file no longer names stays: people link to its decisions.
    """

    schema = PublicationsSettings

    def __init__(self, site: Any) -> None:
        self.site = site

    def read(self) -> dict[str, object]:
        """Return the live settings as flat dotted keys with plain values."""
        found = tuple(settings_of(one) for one in every_institution(self.site))
        return flatten(PublicationsSettings(found))

    def write(self, changes: Mapping[str, object]) -> None:
        """Make and change institutions to what ``changes`` says.

        :raises InvalidSettings: a key or a value is not one of the settings.
        """
        flat = {**self.read(), **changes}
        wanted = unflatten(PublicationsSettings, flat, "réglages")
        for one in wanted.institutions:
            _follow(self.site, one)


def settings_of(institution: IInstitution) -> InstitutionSettings:
    """Return what an institution is set to."""
    values = {name: getattr(institution, name) for name in _PLAIN}
    names = dict(values["representatives"] or {})
    values["representatives"] = tuple(NameSettings(*pair) for pair in names.items())
    values["matters"] = dict(values["matters"] or {})
    for name in ("disclaimer", "notice", "privacy_url", "sender", "website", "address"):
        values[name] = values[name] or ""
    return InstitutionSettings(
        id=institution.getId(),
        published=_state(institution) == "published",
        **{role: logins(institution, role) for role in GROUPS},
        **values,
    )


def change(institution: IInstitution, values: Mapping[str, Any]) -> None:
    """Change some settings of an institution.

    :raises InstitutionRefused: it can not be set so; nothing was changed.
    """
    wanted = replace(settings_of(institution), **values)
    wrong = problems(wanted)
    if wrong:
        raise InstitutionRefused(name=institution.title, problem=str(wrong[0]))
    _write(institution, wanted)


def _follow(site: Any, wanted: InstitutionSettings) -> None:
    institution = find_institution(site, wanted.id)
    if institution is None:
        institution = make_institution(site, wanted.id, wanted.title)
    _write(institution, wanted)


def _write(institution: IInstitution, wanted: InstitutionSettings) -> None:
    before = settings_of(institution)
    if before == wanted:
        return
    for name in _PLAIN:
        setattr(institution, name, getattr(wanted, name))
    institution.matters = dict(wanted.matters)
    names = {one.received: one.shown for one in wanted.representatives}
    institution.representatives = names
    for role in GROUPS:
        if getattr(wanted, role) != getattr(before, role):
            set_logins(institution, role, getattr(wanted, role))
    if wanted.published != before.published:
        tool = getToolByName(institution, "portal_workflow")
        tool.doActionFor(institution, _STEPS[wanted.published])
    institution.reindexObject()
    if wanted.matters != before.matters:
        intend(MATTERS, institution.getId(), {})


def _state(institution: IInstitution) -> str:
    tool = getToolByName(institution, "portal_workflow")
    return tool.getInfoFor(institution, "review_state")
