"""The settings of an assembly: read one by one, changed together, never half."""

from collections.abc import Mapping
from communes.core.access.permission import current_user
from communes.core.access.permission import require
from communes.core.settings.domain import flatten
from communes.core.settings.domain import InvalidSettings
from communes.core.settings.domain import unflatten
from communes.core.settings.domain.by_id import collapse
from communes.core.settings.storage import applied_last
from communes.deliberations.content.assembly import IAssembly
from communes.deliberations.domain.configuring.errors import SettingsRefused
from communes.deliberations.domain.configuring.errors import UnknownSetting
from communes.deliberations.domain.configuring.setting import Setting
from communes.deliberations.domain.configuring.setting import settings_told
from communes.deliberations.domain.law import LegalRule
from communes.deliberations.domain.law import unverified
from communes.deliberations.domain.settings import AssemblySettings
from communes.deliberations.domain.settings import DeliberationsSettings
from communes.deliberations.domain.settings_check import check
from communes.deliberations.permissions import MANAGE_ASSEMBLY
from communes.deliberations.storage import part
from communes.deliberations.storage.assembly import all_assemblies
from communes.deliberations.storage.assembly import settings_of
from communes.deliberations.storage.clock import now
from communes.deliberations.storage.journal import note_change
from communes.deliberations.workflow.founding import found_assembly
from plone import api


PART = "settings_edits"


def settings(assembly: IAssembly) -> tuple[tuple[Setting, ...], int]:
    """Return every setting, and the revision to give back when changing some.

    :raises MayNot: the user does not manage the assembly.
    """
    require(MANAGE_ASSEMBLY, assembly)
    live = settings_of(assembly)
    return settings_told(live, _applied(live.id)), _revision(assembly)


def law_to_verify(assembly: IAssembly) -> tuple[LegalRule, ...]:
    """Return the legal rules in force for the assembly whose text nobody read yet.

    :raises MayNot: the user does not manage the assembly.
    """
    require(MANAGE_ASSEMBLY, assembly)
    return unverified(settings_of(assembly).organ, now().date())


def change_settings(
    assembly: IAssembly, changes: Mapping[str, object], revision: int | None = None
) -> int:
    """Change some settings, all or none, and return the new revision.

    :param changes: key as in ``commune.toml``, dotted -> plain value.
    :raises MayNot: the user does not manage the assembly.
    :raises UnknownSetting: a key is none of the settings.
    :raises InvalidSettings: a value is not of the kind its setting takes.
    :raises SettingsRefused: the settings contradict each other or the law.
    :raises StaleRevision: somebody else changed them meanwhile; says what.
    """
    require(MANAGE_ASSEMBLY, assembly)
    part.check(assembly, PART, revision, assembly.title)
    live = settings_of(assembly)
    flat = flatten(live)
    for key in changes:
        if key not in flat or key == "id":
            raise UnknownSetting(field=key, name=key)
    wanted = unflatten(AssemblySettings, {**flat, **changes}, assembly.title)
    if wanted == live:
        return _revision(assembly)
    others = (settings_of(one) for one in all_assemblies(api.portal.get()))
    whole = tuple(wanted if one.id == live.id else one for one in others)
    faults = check(DeliberationsSettings(assemblies=whole))
    if faults:
        raise SettingsRefused(*faults)
    found_assembly(api.portal.get(), wanted)
    changed = [key for key in changes if flat[key] != flatten(wanted)[key]]
    told = ", ".join(changed)
    note_change("settings", assembly, keys=told)
    return part.write(assembly, PART, None, by=current_user(), change=told)


def _revision(assembly: IAssembly) -> int:
    return part.read(assembly, PART, lambda: None)[1]


def _applied(id: str) -> dict[str, object]:
    """Return what the file of the commune said last of this assembly, as flat keys."""
    last = applied_last(api.portal.get(), "deliberations")
    told = collapse(last, ["assemblies"]).get("assemblies", ())
    # An id alone says that the file named it, and nothing of it.
    rows = (one for one in told if isinstance(one, Mapping))
    row = next((one for one in rows if one.get("id") == id), None)
    if row is None:
        return {}
    try:
        return flatten(unflatten(AssemblySettings, row, id))
    except InvalidSettings:
        # It was applied by an earlier version that knew other settings.
        return {}
