"""Choices an assembly's settings give: categories, list types, privacy, polls."""

from collections.abc import Iterable
from communes.deliberations.domain.advices.kinds import KIND_LABELS
from communes.deliberations.domain.choices import POLL_TYPE_LABELS
from communes.deliberations.domain.choices import PRIVACY_LABELS
from communes.deliberations.domain.choices import TREATMENT_LABELS
from communes.deliberations.domain.settings import AssemblySettings
from communes.deliberations.domain.settings import CONSEIL
from communes.deliberations.i18n import label
from communes.deliberations.storage.assembly import all_assemblies
from communes.deliberations.storage.assembly import assembly_of
from communes.deliberations.storage.assembly import settings_of
from plone import api
from zope.interface import provider
from zope.schema.interfaces import IVocabularyFactory
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary


def as_vocabulary(terms: Iterable[tuple[str, str]]) -> SimpleVocabulary:
    """Return (value, title) pairs as what a field of a form takes."""
    return SimpleVocabulary([SimpleTerm(value, value, title) for value, title in terms])


def _settings(context: object) -> AssemblySettings:
    """Return the settings around ``context``; a council's where there are none."""
    assembly = assembly_of(context)
    return CONSEIL if assembly is None else settings_of(assembly)


@provider(IVocabularyFactory)
def categories(context: object) -> SimpleVocabulary:
    """The categories of the assembly, in the order of its agenda."""
    return as_vocabulary((one.id, one.title) for one in _settings(context).categories)


@provider(IVocabularyFactory)
def list_types(context: object) -> SimpleVocabulary:
    """The list types of the assembly, in the order of its agenda."""
    return as_vocabulary((one.id, one.title) for one in _settings(context).list_types)


@provider(IVocabularyFactory)
def privacies(context: object) -> SimpleVocabulary:
    """The parts of a meeting in which an item may be dealt with."""
    levels = _settings(context).privacy_levels
    return as_vocabulary((one, label(PRIVACY_LABELS, one)) for one in levels)


@provider(IVocabularyFactory)
def all_privacies(context: object) -> SimpleVocabulary:
    """Every part of a meeting there is, for an item that goes to another assembly."""
    return as_vocabulary(
        (one.value, label(PRIVACY_LABELS, one)) for one in PRIVACY_LABELS
    )


@provider(IVocabularyFactory)
def treatments(context: object) -> SimpleVocabulary:
    """What the assembly does with its items; the first is proposed."""
    used = _settings(context).treatments
    return as_vocabulary((one, label(TREATMENT_LABELS, one)) for one in used)


@provider(IVocabularyFactory)
def poll_types(context: object) -> SimpleVocabulary:
    """The poll types the assembly uses; the first is proposed."""
    used = _settings(context).poll_types
    return as_vocabulary((one, label(POLL_TYPE_LABELS, one)) for one in used)


@provider(IVocabularyFactory)
def target_assemblies(context: object) -> SimpleVocabulary:
    """The assemblies to which a decided item may travel."""
    titles = {one.getId(): one.title for one in all_assemblies(api.portal.get())}
    return as_vocabulary(
        (one.assembly, titles[one.assembly])
        for one in _settings(context).send_to
        if one.assembly in titles
    )


@provider(IVocabularyFactory)
def advice_kinds(context: object) -> SimpleVocabulary:
    """The answers an adviser of the assembly may give."""
    used = _settings(context).advices.kinds
    return as_vocabulary((one, label(KIND_LABELS, one)) for one in used)
