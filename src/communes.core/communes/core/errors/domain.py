"""The refusals a rule may pronounce, in words for the person who meets them.

A rule never speaks HTTP and never imports a translation machinery: it raises a
named error that carries a stable ``code``, a French ``template`` with
``${name}`` places and the ``values`` that fill them. The edges
(``communes.core.errors.rest``, ``communes.core.errors.form``) turn the *family* of
the error into a status or a message at the field, and translate the template.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field
from string import Template
from typing import ClassVar


@dataclass(frozen=True)
class Reason:
    """Why something may not be done, as a sentence a user can act upon.

    ``code`` is stable and meant for machines; ``template`` is the French
    sentence with ``${name}`` places; ``values`` fills them; ``i18n_domain``
    names the catalogue that holds the translations of ``template``.
    """

    code: str
    template: str
    values: Mapping[str, object] = field(default_factory=dict)
    i18n_domain: str = "communes.core"

    def __str__(self) -> str:
        """Return the French sentence, every place filled."""
        return Template(self.template).safe_substitute(
            {name: str(value) for name, value in self.values.items()}
        )


class DomainError(Exception):
    """Base of every refusal of the suite.

    Cause: a rule of the trade, of the law or of a format was not respected.
    Cure: stands in the sentence of the subclass, which names the thing.

    :param field: name of the input field at fault, if one is.
    :param values: what fills the places of ``template``.
    """

    code: ClassVar[str] = "error"
    template: ClassVar[str] = "L'opération n'a pas pu être faite."
    i18n_domain: ClassVar[str] = "communes.core"

    def __init__(self, field: str | None = None, **values: object) -> None:
        self.field = field
        self.values = values
        super().__init__(str(self.reason))

    @property
    def reason(self) -> Reason:
        """The refusal as a plain value that can be shown, stored or sent."""
        return Reason(self.code, self.template, self.values, self.i18n_domain)


class InvalidInput(DomainError):
    """What was sent can not be read: wrong type, unknown key, missing value."""

    code = "invalid_input"
    template = "La donnée « ${value} » n'est pas valable."


class NotAllowed(DomainError):
    """The person may not do this, whatever the state of the thing."""

    code = "not_allowed"
    template = "Vous n'avez pas le droit de faire cette opération."


class Missing(DomainError):
    """The thing named does not exist, or may not be known to exist.

    Not called "NotFound": the publisher answers any class of that name itself.
    """

    code = "not_found"
    template = "« ${name} » n'existe pas."


class Conflict(DomainError):
    """Somebody or something else was first: a duplicate, a stale version."""

    code = "conflict"
    template = "« ${name} » existe déjà."


class RuleRefused(DomainError):
    """The input is well formed, and a rule of the trade refuses it."""

    code = "rule_refused"
    template = "Une règle s'y oppose."

    def __init__(
        self, *reasons: Reason, field: str | None = None, **values: object
    ) -> None:
        self.reasons = reasons
        super().__init__(field=field, **values)
        if reasons:
            self.args = (" ".join(str(reason) for reason in reasons),)


class TooMany(DomainError):
    """More was asked than one person does: wait as long as the sentence says."""

    code = "too_many_requests"
    template = "Trop de demandes : réessayez dans quelques minutes."
