"""Read a date or an amount that came as text, for the fields that keep one."""

from contextlib import suppress
import datetime
from decimal import Decimal
import re
from zope.schema.interfaces import IDate
from zope.schema.interfaces import IDatetime
from zope.schema.interfaces import IDecimal


AMOUNT = re.compile(r"-?\d{1,12}(\.\d{1,2})?\Z")


def from_text(field: object, text: str) -> object:
    """Return what ``field`` keeps for « 2026-12-03 » or « 184500.00 ».

    What can not be read is returned as it came: the field refuses it in its words.
    """
    if IDecimal.providedBy(field) and AMOUNT.match(text):
        return Decimal(text)
    if IDate.providedBy(field) and not IDatetime.providedBy(field):
        with suppress(ValueError):
            return datetime.date.fromisoformat(text)
    return text
