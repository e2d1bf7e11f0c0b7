"""Write values into the fields of an object, checked one by one."""

from collections.abc import Callable
from collections.abc import Iterable
from collections.abc import Mapping
from communes.core.access.errors import InvalidField
from communes.core.access.errors import MayNotWrite
from communes.core.access.errors import MissingField
from communes.core.access.errors import UnknownField
from communes.core.access.field_text import from_text
from communes.core.access.permission import may
from communes.core.i18n import _
from plone.app.textfield import RichTextValue
from plone.app.textfield.interfaces import IRichText
from plone.autoform.interfaces import WRITE_PERMISSIONS_KEY
from plone.supermodel.utils import mergedTaggedValueDict
import re
from zope.component import getUtility
from zope.globalrequest import getRequest
from zope.i18n import translate
from zope.interface.interfaces import IInterface
from zope.schema import getFieldsInOrder
from zope.schema.interfaces import ConstraintNotSatisfied
from zope.schema.interfaces import ITuple
from zope.schema.interfaces import RequiredMissing
from zope.schema.interfaces import TooBig
from zope.schema.interfaces import TooLong
from zope.schema.interfaces import TooSmall
from zope.schema.interfaces import ValidationError
from zope.schema.interfaces import WrongContainedType
from zope.security.interfaces import IPermission


#: Characters of control and halves of characters; lines and tabs are fine.
UNREADABLE = re.compile("[\x00-\x08\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def set_fields(
    target: object,
    schema: IInterface,
    values: Mapping[str, object],
    may_write: Callable[[str], bool] | None = None,
) -> tuple[str, ...]:
    """Check every value against its field, then write those that differ.

    Text given for a formatted field is taken as HTML, a list for a tuple.

    :param may_write: whether the person has a permission, by its title; asked for
        the fields that the schema guards. By default: on ``target``.
    :return: the labels of the fields that changed, in the order of the schema.
    :raises UnknownField, MissingField, InvalidField: nothing was written.
    :raises MayNotWrite: the person may not change one of the fields; nor then.
    """
    known = dict(getFieldsInOrder(schema))
    _refuse_unknown(values, known)
    checked = {
        name: _checked(known[name].bind(target), values[name])
        for name in known
        if name in values
    }
    different = {
        name: value
        for name, value in checked.items()
        if not _same(getattr(target, name, None), value)
    }
    asked = may_write or (lambda permission: may(permission, target))
    _refuse_guarded(schema, known, different, asked)
    for name, value in different.items():
        setattr(target, name, value)
    return tuple(_label(known[name]) for name in different)


def require_fields(target: object, schema: IInterface) -> None:
    """Refuse an object of which a required field was never filled.

    :raises MissingField: names the first one.
    """
    for name, field in getFieldsInOrder(schema):
        if field.required and getattr(target, name, None) in (None, ""):
            raise MissingField(field=name, label=_label(field))


def _refuse_guarded(
    schema: IInterface,
    known: Mapping[str, object],
    names: Iterable[str],
    may_write: Callable[[str], bool],
) -> None:
    guarded = mergedTaggedValueDict(schema, WRITE_PERMISSIONS_KEY)
    for name in names:
        if name not in guarded:
            continue
        title = getUtility(IPermission, name=guarded[name]).title
        if not may_write(title):
            raise MayNotWrite(field=name, label=_label(known[name]))


def _refuse_unknown(values: Iterable[str], known: Mapping[str, object]) -> None:
    for name in values:
        if name not in known:
            raise UnknownField(
                field=name, name=name, expected=", ".join(f"« {one} »" for one in known)
            )


def _checked(field: object, value: object) -> object:
    if value in ("", None) and not isinstance(value, bool):
        if field.required:
            raise MissingField(field=field.__name__, label=_label(field))
        return field.missing_value
    _refuse_unreadable(field, value)
    if IRichText.providedBy(field) and isinstance(value, str):
        value = RichTextValue(value, "text/html", "text/x-html-safe")
    elif ITuple.providedBy(field) and isinstance(value, list):
        value = tuple(value)
    elif isinstance(value, str):
        value = from_text(field, value)
    try:
        field.validate(value)
    except RequiredMissing as missing:
        raise MissingField(field=field.__name__, label=_label(field)) from missing
    except ValidationError as wrong:
        raise _invalid(field, value, _problem(field, wrong)) from wrong
    return value


def _refuse_unreadable(field: object, value: object) -> None:
    """Refuse what no database, index or document could hold, at its field."""
    if IRichText.providedBy(field) and not isinstance(value, (str, RichTextValue)):
        problem = _("problem_kind", default="ce n'est pas une valeur de ce genre")
        raise _invalid(field, value, problem)
    texts = value if isinstance(value, (list, tuple)) else (value,)
    for text in texts:
        raw = text.raw if isinstance(text, RichTextValue) else text
        if isinstance(raw, str) and UNREADABLE.search(raw):
            problem = _(
                "problem_characters",
                default="elle contient des caractères invisibles qu'aucun document ne "
                "peut porter ; retapez le texte",
            )
            raise _invalid(field, "…", problem)


def _invalid(field: object, value: object, problem: str) -> InvalidField:
    return InvalidField(
        field=field.__name__,
        label=_label(field),
        value=value,
        problem=translate(problem, context=getRequest()),
    )


def _problem(field: object, wrong: ValidationError) -> str:
    """Return what is wrong with a value, as the person who typed it would say."""
    if isinstance(wrong, (ConstraintNotSatisfied, WrongContainedType)):
        return _("problem_choice", default="choisissez dans la liste proposée")
    if isinstance(wrong, TooLong):
        return _(
            "problem_too_long",
            default="${most} caractères au plus",
            mapping={"most": field.max_length},
        )
    if isinstance(wrong, (TooSmall, TooBig)):
        return _(
            "problem_range",
            default="attendu : de ${least} à ${most}",
            mapping={"least": field.min, "most": field.max},
        )
    return _("problem_kind", default="ce n'est pas une valeur de ce genre")


def _same(old: object, new: object) -> bool:
    if isinstance(old, RichTextValue) and isinstance(new, RichTextValue):
        return old.raw == new.raw
    return type(old) is type(new) and old == new


def _label(field: object) -> str:
    return translate(field.title, context=getRequest())
