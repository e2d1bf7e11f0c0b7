"""Services of the institution, and those for which the user may write items."""

from Acquisition import aq_base
from communes.core.access.permission import may
from communes.core.organisation.api import services as all_services
from communes.deliberations.permissions import MANAGE_ASSEMBLY
from communes.deliberations.storage.assembly import assembly_of
from communes.deliberations.storage.assembly import settings_of
from communes.deliberations.storage.service import services_of_user
from communes.deliberations.vocabularies.setting import as_vocabulary
from plone import api
from zope.interface import provider
from zope.schema.interfaces import IVocabularyFactory
from zope.schema.vocabulary import SimpleVocabulary


@provider(IVocabularyFactory)
def services(context: object) -> SimpleVocabulary:
    """Every service of the institution."""
    return as_vocabulary((one.id, one.title) for one in all_services(api.portal.get()))


@provider(IVocabularyFactory)
def proposing_services(context: object) -> SimpleVocabulary:
    """The services the assembly hears and for which the user may write.

    The service an item already has stays in the list for whoever edits it;
    whoever sets the assembly up (an import) writes for all of them.
    """
    assembly = assembly_of(context)
    heard = () if assembly is None else settings_of(assembly).services
    mine = services_of_user(api.portal.get())
    everyone = assembly is not None and may(MANAGE_ASSEMBLY, assembly)
    present = getattr(aq_base(context), "proposing_service", None)
    return as_vocabulary(
        (one.id, one.title)
        for one in all_services(api.portal.get())
        if one.id == present
        or ((everyone or one.id in mine) and (not heard or one.id in heard))
    )
