"""The fields of a content in a form of the kit: some of its schema, in an order."""

from collections.abc import Sequence
from communes.web.api.branches import held
from communes.web.permissions import MANAGE_SITE
from copy import copy
from plone import api
from typing import Any
from z3c.form.browser.checkbox import CheckBoxFieldWidget
from z3c.form.browser.textlines import TextLinesFieldWidget
from z3c.form.field import Fields
from zope.interface.interfaces import IInterface
from zope.schema import Choice
from zope.schema import getFieldNames
from zope.schema.interfaces import IChoice
from zope.schema.interfaces import ITuple
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary


#: What only those who manage the site decide.
MANAGERS = ("site", "site_colour", "site_logo", "branch")


def fields_for(
    schema: IInterface, names: Sequence[str], context: Any | None = None
) -> Fields:
    """Return those fields of a schema that it has, ready for a form.

    :param context: where rights are asked; the site without it.
    """
    known = set(getFieldNames(schema))
    wanted = [name for name in names if name in known]
    where = context if context is not None else api.portal.get()
    if not api.user.has_permission(MANAGE_SITE, obj=where):
        wanted = [name for name in wanted if name not in MANAGERS]
    found = Fields(schema).select(*wanted)
    for one in found.values():
        if one.__name__ == "quick_access" and context is not None:
            one.field = _of_children(one.field, context)
        if ITuple.providedBy(one.field):
            many = IChoice.providedBy(one.field.value_type)
            one.widgetFactory = CheckBoxFieldWidget if many else TextLinesFieldWidget
    return found


def _of_children(field: Any, folder: Any) -> Any:
    """Return the field of ids as one that is chosen from what the folder holds."""
    terms = [SimpleTerm(one.id, one.id, one.title) for one in held(folder)]
    found = copy(field)
    found.value_type = Choice(vocabulary=SimpleVocabulary(terms))
    return found
