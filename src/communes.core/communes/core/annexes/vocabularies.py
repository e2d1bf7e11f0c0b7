"""The kinds of annexes a site proposes."""

from communes.core.interfaces import ICoreSettings
from plone.registry.interfaces import IRegistry
from zope.component import queryUtility
from zope.interface import provider
from zope.schema.interfaces import IVocabularyFactory
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary


@provider(IVocabularyFactory)
def annex_types(context: object) -> SimpleVocabulary:
    """Return the types set in ``communes.core.annex_types``, by title."""
    registry = queryUtility(IRegistry)
    settings = registry.forInterface(ICoreSettings, prefix="communes.core", check=False)
    types = sorted((settings.annex_types or {}).items(), key=lambda pair: pair[1])
    return SimpleVocabulary([SimpleTerm(id_, id_, title) for id_, title in types])
