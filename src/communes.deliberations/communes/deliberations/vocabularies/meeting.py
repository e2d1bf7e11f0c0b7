"""The meetings an item may wish for: those that still accept items."""

from communes.deliberations.storage.assembly import all_assemblies
from communes.deliberations.storage.assembly import assembly_of
from communes.deliberations.storage.meeting import accepting_meetings
from communes.deliberations.vocabularies.setting import as_vocabulary
from plone import api
from zope.interface import provider
from zope.schema.interfaces import IVocabularyFactory
from zope.schema.vocabulary import SimpleVocabulary


@provider(IVocabularyFactory)
def preferred_meetings(context: object) -> SimpleVocabulary:
    """The coming meetings of the assembly by date, and the one already chosen.

    A service must be able to wish for a meeting it may not read yet; only its
    date is shown.
    """
    assembly = assembly_of(context)
    if assembly is None:
        return as_vocabulary(())
    chosen = getattr(context, "preferred_meeting", None)
    return as_vocabulary(
        (row.uid, row.date.strftime("%d/%m/%Y %H:%M"))
        for row in accepting_meetings(assembly, also=chosen)
    )


@provider(IVocabularyFactory)
def agendas_to_fix(context: object) -> SimpleVocabulary:
    """The coming meetings of the other assemblies, and the one already chosen."""
    own = assembly_of(context)
    if own is None:
        return as_vocabulary(())
    chosen = getattr(context, "fixes_agenda_of", None)
    return as_vocabulary(
        (row.uid, f"{other.title} – {row.date:%d/%m/%Y %H:%M}")
        for other in all_assemblies(api.portal.get())
        if other.getId() != own.getId()
        for row in accepting_meetings(other, also=chosen)
    )
