"""Themes and audiences, as the settings of the site name them."""

from communes.web.content.base import IWebContent
from communes.web.domain.settings import taxonomy_of
from communes.web.storage.pictures import pictures_in
from communes.web.storage.settings import settings_of
from plone import api
from typing import Any
from zope.interface import provider
from zope.schema.interfaces import IVocabularyFactory
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary


@provider(IVocabularyFactory)
def categories(context: Any) -> SimpleVocabulary:
    """Return the themes, each after those it is below of: « Vie › Mariages »."""
    settings = settings_of(api.portal.get())
    tree = taxonomy_of(settings)
    return SimpleVocabulary(
        [
            SimpleTerm(
                one.id, title=" › ".join(step.title for step in tree.path(one.id))
            )
            for one in settings.categories
        ]
    )


@provider(IVocabularyFactory)
def audiences(context: Any) -> SimpleVocabulary:
    """Return who a content may be for."""
    settings = settings_of(api.portal.get())
    return SimpleVocabulary(
        [SimpleTerm(one.id, title=one.title) for one in settings.audiences]
    )


@provider(IVocabularyFactory)
def pictures(context: Any) -> SimpleVocabulary:
    """Return the pictures right in a content, by what they show."""
    found = pictures_in(context) if IWebContent.providedBy(context) else []
    return SimpleVocabulary(
        [SimpleTerm(one.getId(), title=one.alternative or one.getId()) for one in found]
    )
