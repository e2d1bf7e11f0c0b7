"""What a section says of an element, field by field, in the words of the agents."""

from collections.abc import Iterable
from communes.core.parts.domain.values import Fact
from communes.core.parts.domain.writing import short_date
from communes.pst.api import reading
from communes.pst.browser.element.sections import Section
from communes.pst.domain.choices import Kind
from communes.pst.i18n import _
from datetime import date
from decimal import Decimal
from plone.app.textfield.interfaces import IRichText
from zope.schema.interfaces import IChoice
from zope.schema.interfaces import ITuple


#: Told beside the heading, or of no use to a reader.
UNTOLD = frozenset({"title", "weight", "basis", "progress", "publication"})


def facts_of(obj: object, kind: Kind, section: Section, today: date) -> list[Fact]:
    """Return the plain fields of a section that say something."""
    fields = reading.schema(kind)
    found = []
    for name in section.of(kind):
        field = fields[name].bind(obj)
        value = getattr(obj.aq_base, name, None)
        if name in UNTOLD or value in (None, "", ()) or IRichText.providedBy(field):
            continue
        found.append(Fact(field.title, _said(field, value, today)))
    return found


def texts_of(obj: object, kind: Kind, section: Section) -> list[tuple[str, str]]:
    """Return (title, clean markup) of the formatted texts of a section."""
    fields = reading.schema(kind)
    found = []
    for name in section.of(kind):
        value = getattr(obj.aq_base, name, None)
        if IRichText.providedBy(fields[name]) and getattr(value, "raw", ""):
            html = value.output_relative_to(obj) or ""
            found.append((fields[name].title, html))
    return found


def _said(field: object, value: object, today: date) -> str:
    if isinstance(value, date):
        return short_date(value, today)
    if isinstance(value, bool):
        return _("yes", default="oui") if value else _("no", default="non")
    if isinstance(value, Decimal):
        return f"{value.normalize():f}".replace(".", ",")
    if ITuple.providedBy(field):
        inner = field.value_type
        if IChoice.providedBy(inner):
            terms = inner.bind(field.context).vocabulary
            return ", ".join(_titles(terms, value))
        return ", ".join(map(str, value))
    if IChoice.providedBy(field):
        return next(iter(_titles(field.vocabulary, (value,))))
    return str(value)


def _titles(terms: object, values: Iterable[object]) -> Iterable[str]:
    """Return what values are called; one that is gone from the list stays its id."""
    for one in values:
        try:
            yield terms.getTerm(one).title
        except LookupError:
            yield str(one)
