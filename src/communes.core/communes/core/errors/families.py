"""Which status each family of refusals has; the one place that knows both."""

from communes.core.errors.domain import Conflict
from communes.core.errors.domain import DomainError
from communes.core.errors.domain import InvalidInput
from communes.core.errors.domain import Missing
from communes.core.errors.domain import NotAllowed
from communes.core.errors.domain import RuleRefused
from communes.core.errors.domain import TooMany


STATUS = (
    (InvalidInput, 400),
    (NotAllowed, 403),
    (Missing, 404),
    (Conflict, 409),
    (RuleRefused, 422),
    (TooMany, 429),
    (DomainError, 400),
)


def status_of(error: DomainError) -> int:
    """Return the HTTP status of a refusal, by its family."""
    return next(status for family, status in STATUS if isinstance(error, family))


def family_of(error: DomainError) -> str:
    """Return the name of the family of a refusal ("InvalidInput")."""
    return next(family.__name__ for family, _ in STATUS if isinstance(error, family))
