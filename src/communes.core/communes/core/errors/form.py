"""The edge of the forms: a refusal becomes a message at the field it is about."""

from collections.abc import Iterator
from communes.core.errors.domain import DomainError
from communes.core.errors.rest import sentence_of
from contextlib import contextmanager
import transaction
from typing import Any
from z3c.form.interfaces import ActionExecutionError
from z3c.form.interfaces import WidgetActionExecutionError
from zope.interface import Invalid


@contextmanager
def domain_errors_to_form(form: Any) -> Iterator[None]:
    """Run a button's work; a refusal is shown by the form, which keeps what was typed.

    The message stands at the widget of the field the refusal names, or at the head
    of the form when it names none of its fields. What the work wrote before it was
    refused is not kept: the transaction of the request is doomed.

    :raises ActionExecutionError: what z3c.form turns into the message.
    """
    try:
        yield
    except DomainError as error:
        transaction.doom()
        message = Invalid(sentence_of(error, form.request))
        if error.field is not None and error.field in form.widgets:
            raise WidgetActionExecutionError(error.field, message) from error
        raise ActionExecutionError(message) from error
