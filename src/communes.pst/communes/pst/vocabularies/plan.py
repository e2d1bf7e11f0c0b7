"""Choices the lists of a plan give: categories, priorities, sector plans."""

from collections.abc import Iterable
from communes.pst.domain.plan import Plan
from communes.pst.domain.plan import Term
from communes.pst.storage.place import plan_of
from communes.pst.storage.record import plan_record
from zope.interface import provider
from zope.schema.interfaces import IVocabularyFactory
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary


def as_vocabulary(terms: Iterable[tuple[object, str]]) -> SimpleVocabulary:
    """Return (value, title) pairs as what a field of a form takes."""
    return SimpleVocabulary(
        [SimpleTerm(value, str(value), title) for value, title in terms]
    )


def _terms(context: object, name: str) -> SimpleVocabulary:
    plan = plan_of(context)
    known = Plan("", "") if plan is None else plan_record(plan)
    found: tuple[Term, ...] = getattr(known, name)
    return as_vocabulary((one.id, one.title) for one in found)


@provider(IVocabularyFactory)
def categories(context: object) -> SimpleVocabulary:
    """The categories of the plan."""
    return _terms(context, "categories")


@provider(IVocabularyFactory)
def priorities(context: object) -> SimpleVocabulary:
    """The priorities of the plan, the first one first."""
    return _terms(context, "priorities")


@provider(IVocabularyFactory)
def sector_plans(context: object) -> SimpleVocabulary:
    """The sector plans the elements may belong to."""
    return _terms(context, "sector_plans")


@provider(IVocabularyFactory)
def sources(context: object) -> SimpleVocabulary:
    """Where the money of the plan comes from."""
    return _terms(context, "sources")
