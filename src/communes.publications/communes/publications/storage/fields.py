"""Write values into the fields of a publication, checked one by one."""

from collections.abc import Mapping
from communes.core.errors.domain import InvalidInput
from communes.publications.content.publication import IPublication
from communes.publications.i18n import DOMAIN
from datetime import date
from plone.app.textfield import RichTextValue
from plone.app.textfield.interfaces import IRichText
from zope.interface import Invalid
from zope.schema import getFieldsInOrder
from zope.schema.interfaces import IDate
from zope.schema.interfaces import IField
from zope.schema.interfaces import ITuple
from zope.schema.interfaces import ValidationError


class FieldRefused(InvalidInput):
    """Cause: a value does not fit its field, or there is no such field.

    Cure: the sentence names the field and what it takes.
    """

    i18n_domain = DOMAIN
    code = "publication_field_refused"
    template = "« ${name} » : ${problem}."


def set_fields(publication: IPublication, values: Mapping[str, object]) -> None:
    """Check every value against its field, then write them all.

    HTML is taken for the text, ISO 8601 for a day, a list for a tuple.

    :raises FieldRefused: one does not fit; nothing was written.
    """
    known = dict(getFieldsInOrder(IPublication))
    for name in values:
        if name not in known:
            raise FieldRefused(field=name, name=name, problem="ce champ n'existe pas")
    checked = {name: _checked(known[name], values[name]) for name in values}
    for name, value in checked.items():
        setattr(publication, name, value)


def _checked(field: IField, given: object) -> object:
    name = field.getName()
    value = _converted(field, given)
    if value is None and not field.required:
        return field.missing_value
    try:
        field.validate(value)
    except (ValidationError, Invalid) as error:
        problem = (
            "une valeur est nécessaire" if value is None else "cette valeur ne va pas"
        )
        raise FieldRefused(field=name, name=field.title, problem=problem) from error
    return value


def _converted(field: IField, given: object) -> object:
    if isinstance(given, str) and not given.strip():
        return None
    if IRichText.providedBy(field) and isinstance(given, str):
        return RichTextValue(given, "text/html", "text/x-html-safe")
    if IDate.providedBy(field) and isinstance(given, str):
        try:
            return date.fromisoformat(given)
        except ValueError as error:
            problem = "un jour de la forme AAAA-MM-JJ est attendu"
            raise FieldRefused(
                field=field.getName(), name=field.title, problem=problem
            ) from error
    if ITuple.providedBy(field) and isinstance(given, list):
        return tuple(given)
    return given
