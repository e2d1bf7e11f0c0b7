"""Item templates: choose one, make an item of it, write and retire them."""

from Acquisition import aq_base
from collections.abc import Mapping
from communes.core.access.catalog import visible
from communes.core.access.errors import MissingField
from communes.core.access.fields import require_fields
from communes.core.access.fields import set_fields
from communes.core.access.permission import current_user
from communes.core.access.permission import require
from communes.core.numbering.api import take
from communes.deliberations.api.item import create_item
from communes.deliberations.content.assembly import IAssembly
from communes.deliberations.content.item_template import IItemTemplate
from communes.deliberations.content.item_template import TAKEN_OVER
from communes.deliberations.content.meeting_item import IMeetingItem
from communes.deliberations.permissions import MANAGE_TEMPLATES
from communes.deliberations.storage import part
from communes.deliberations.storage.assembly import assembly_of
from communes.deliberations.storage.journal import note_change
from communes.deliberations.storage.template import ACTIVE
from communes.deliberations.storage.template import PORTAL_TYPE
from communes.deliberations.storage.template import template_rows
from communes.deliberations.storage.template import TemplateRow
from plone import api
from plone.dexterity.utils import addContentToContainer
from plone.dexterity.utils import createContent
from zope.event import notify
from zope.interface.interfaces import IInterface
from zope.lifecycleevent import ObjectModifiedEvent


def template_schema() -> IInterface:
    """Return the fields of a template, for the pages and services that write it."""
    return IItemTemplate


def templates(assembly: IAssembly) -> list[TemplateRow]:
    """Return the templates the user may see, by folder then title.

    Clerks see those offered to their service; whoever writes templates sees all of
    them, the retired ones too.

    :raises MayNot: the user may not see the assembly.
    """
    require("View", assembly)
    return template_rows(assembly)


def offered(assembly: IAssembly) -> list[TemplateRow]:
    """Return the templates an item may be made of now."""
    return [one for one in templates(assembly) if one.active]


def assemblies_with_templates() -> frozenset[str]:
    """Return the ids of the assemblies that offer the user a template: one question.

    The menu « + Nouveau » of every page asks it.
    """
    brains = visible(portal_type=PORTAL_TYPE, review_state=ACTIVE)
    return frozenset(brain.deliberations_assembly for brain in brains)


def find_template(assembly: IAssembly, uid: str) -> IItemTemplate | None:
    """Return the template of that UID if the user may see it there, or None."""
    brains = visible(
        portal_type=PORTAL_TYPE, deliberations_assembly=assembly.getId(), UID=uid
    )
    return brains[0].getObject() if uid and brains else None


def template_values(template: IItemTemplate) -> dict[str, object]:
    """Return what an item made from the template begins with, by field name.

    :raises MayNot: the user may not see the template.
    """
    require("View", template)
    found = {name: getattr(aq_base(template), name, None) for name in TAKEN_OVER}
    return {name: one for name, one in found.items() if one not in (None, "", ())}


def create_from_template(
    assembly: IAssembly, template: IItemTemplate, values: Mapping[str, object]
) -> IMeetingItem:
    """Create an item that begins with the words of a template.

    :param values: fields of the item, before those of the template.
    :raises MayNot: the user may not see the template, or not add items.
    :raises InvalidInput: as ``create_item``.
    """
    given = {name: one for name, one in values.items() if one not in (None, "")}
    item = create_item(assembly, {**template_values(template), **given})
    note_change("from_template", item, template=template.UID())
    return item


def create_template(assembly: IAssembly, values: Mapping[str, object]) -> IItemTemplate:
    """Create a template, offered at once to its services.

    :raises MayNot: the user does not write the templates of the assembly.
    :raises InvalidInput: a field is unknown, missing or wrong.
    """
    require(MANAGE_TEMPLATES, assembly)
    template = createContent(PORTAL_TYPE).__of__(assembly)
    set_fields(template, IItemTemplate, values)
    require_fields(template, IItemTemplate)
    _require_service(template)
    aq_base(template).id = f"modele-{take(assembly, 'template')}"
    made = addContentToContainer(assembly, aq_base(template))
    note_change("template.created", made)
    return made


def template_from_item(item: IMeetingItem, folder: str = "") -> IItemTemplate:
    """Keep the words of an item as a template of its service.

    :raises MayNot: the user may not see the item, or does not write templates.
    """
    require("View", item)
    values = {
        name: getattr(aq_base(item), name, None)
        for name in TAKEN_OVER
        if getattr(aq_base(item), name, None) not in (None, "", ())
    }
    services = [item.proposing_service] if item.proposing_service else []
    given = {**values, "services": services, "folder": folder}
    return create_template(assembly_of(item), given)


def edit_template(
    template: IItemTemplate, values: Mapping[str, object], revision: int | None = None
) -> int:
    """Change some fields of a template and return its new revision.

    :raises MayNot: the user does not write it.
    :raises InvalidInput: a field is unknown or wrong; nothing was changed.
    :raises StaleRevision: somebody else edited it meanwhile.
    """
    require("Modify portal content", template)
    part.check(template, "edits", revision, template.title)
    changed = set_fields(template, IItemTemplate, values)
    _require_service(template)
    if not changed:
        return template_revision(template)
    new = part.write(
        template, "edits", None, by=current_user(), change=", ".join(changed)
    )
    notify(ObjectModifiedEvent(template))
    return new


def template_revision(template: IItemTemplate) -> int:
    """Return the number of the template's version, to give back when editing."""
    return part.read(template, "edits", lambda: None)[1]


def offer(template: IItemTemplate, on: bool) -> None:
    """Offer a template, or no longer; twice changes nothing.

    :raises MayNot: the user does not write it.
    """
    require("Modify portal content", template)
    active = api.content.get_state(obj=template) == "active"
    if active is not on:
        workflow = api.portal.get_tool("portal_workflow")
        workflow.doActionFor(template, "activate" if on else "deactivate")


def delete_template(template: IItemTemplate) -> None:
    """Delete a template; the items made from it stay as they are.

    :raises MayNot: the user does not write it.
    """
    require("Delete objects", template)
    note_change("template.deleted", template, title=template.title)
    template.aq_parent.manage_delObjects([template.getId()])


def _require_service(template: IItemTemplate) -> None:
    """Refuse an item that would come by itself in nobody's name."""
    if template.recurring_at and not template.proposing_service:
        raise MissingField(field="proposing_service", label="Service proposant")
