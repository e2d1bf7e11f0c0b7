"""What lists ask about an item template."""

from communes.deliberations.content.item_template import IItemTemplate
from communes.deliberations.storage.assembly import assembly_of
from plone.indexer import indexer


@indexer(IItemTemplate)
def deliberations_assembly(template):
    """Return the id of the template's assembly."""
    return assembly_of(template).getId()


@indexer(IItemTemplate)
def deliberations_template_folder(template):
    """Return the folder the template is offered in."""
    return template.folder or ""


@indexer(IItemTemplate)
def deliberations_recurring_at(template):
    """Return the step at which it comes by itself; empty for an ordinary one."""
    return template.recurring_at or ""


@indexer(IItemTemplate)
def SearchableText(template):  # noqa: N802 -- the catalogue's own name
    """Return nothing: templates are chosen from their list, not searched for."""
    return ""
