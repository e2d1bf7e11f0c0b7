"""What is wrong with a setting: where it stands, what was expected, what was found."""

from communes.core.errors.domain import InvalidInput
from dataclasses import asdict
from dataclasses import dataclass


@dataclass(frozen=True)
class Problem:
    """One value that can not be taken.

    ``key`` is the dotted path in the file ("deliberations.college.title"),
    ``expected`` and ``got`` are French.
    """

    key: str
    expected: str
    got: str

    def __str__(self) -> str:
        """Return the problem as one line."""
        return f"{self.key} : attendu {self.expected} ; reçu {self.got}."


class InvalidSettings(InvalidInput):
    """Settings can not be read: every row says the key and what belongs there."""

    code = "invalid_settings"
    template = "${where} : ${problems}"

    def __init__(self, where: str, problems: tuple[Problem, ...]) -> None:
        self.problems = problems
        super().__init__(
            field=problems[0].key if problems else None,
            where=where,
            problems=" ".join(str(problem) for problem in problems),
        )

    @property
    def rows(self) -> tuple[dict[str, str], ...]:
        """The problems as plain rows, for the edges."""
        return tuple(asdict(problem) for problem in self.problems)
