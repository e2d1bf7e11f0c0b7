"""Services, agents and members of the college one may name."""

from communes.core.organisation.api import mandates
from communes.core.organisation.api import services as all_services
from communes.pst.storage.people import agents as all_agents
from communes.pst.vocabularies.plan import as_vocabulary
from plone import api
from zope.interface import provider
from zope.schema.interfaces import IVocabularyFactory
from zope.schema.vocabulary import SimpleVocabulary


@provider(IVocabularyFactory)
def services(context: object) -> SimpleVocabulary:
    """Every service of the institution."""
    return as_vocabulary((one.id, one.title) for one in all_services(api.portal.get()))


@provider(IVocabularyFactory)
def agents(context: object) -> SimpleVocabulary:
    """Every account of the site, by name."""
    return as_vocabulary(all_agents())


@provider(IVocabularyFactory)
def mandataries(context: object) -> SimpleVocabulary:
    """Who sits or sat in the college, by order of precedence."""
    seats = sorted(
        mandates(api.portal.get(), "college"), key=lambda one: one.precedence
    )
    people = {one.person.id: one.person.name for one in seats if one.votes}
    return as_vocabulary(people.items())
