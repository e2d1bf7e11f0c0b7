"""A reason of the domain becomes a message of the catalogue, then a sentence."""

from collections.abc import Mapping
from communes.core.errors.domain import Reason
from dataclasses import replace
from zope.i18n import translate
from zope.i18nmessageid import Message


def to_message(reason: Reason) -> Message:
    """Return the reason as a translatable message.

    The French template is its id in the catalogue the reason names: several
    sentences may share a code, which speaks to programs and not to translators.
    Reasons inside the values become messages themselves.
    """
    return Message(
        reason.template,
        domain=reason.i18n_domain,
        mapping=_mapping(reason.values),
    )


def to_sentence(reason: Reason, request: object) -> str:
    """Return the reason as a sentence in the language of the request."""
    spoken = {
        name: to_sentence(value, request) if isinstance(value, Reason) else value
        for name, value in reason.values.items()
    }
    said = replace(reason, values=spoken)
    return translate(to_message(said), context=request)


def _mapping(values: Mapping[str, object]) -> dict[str, object]:
    return {
        name: to_message(value) if isinstance(value, Reason) else str(value)
        for name, value in values.items()
    }
