"""One object of the former software: its values, and what is wrong with them."""

from collections.abc import Iterator
from collections.abc import Mapping
from communes.core.errors.domain import Reason
from communes.pst.domain.errors import because
from communes.pst.domain.money import CENT
from dataclasses import dataclass
from dataclasses import field
from datetime import date
from decimal import Decimal
from decimal import InvalidOperation
from enum import Enum
from typing import TypeVar


Choice = TypeVar("Choice", bound=Enum)


@dataclass
class Told:
    """The values of an object; ``reasons`` gathers what can not be read."""

    values: Mapping[str, object]
    reasons: list[Reason] = field(default_factory=list)

    def text(self, name: str) -> str:
        """Return a line of text; a choice is its token."""
        return _token(self.values.get(name)).strip()

    def html(self, *names: str) -> str:
        """Return rich texts one after the other; a plain text is as it stands."""
        texts = []
        for name in names:
            value = self.values.get(name)
            data = value.get("data") if isinstance(value, Mapping) else value
            texts.append(data.strip() if isinstance(data, str) else "")
        return "\n".join(filter(None, texts))

    def lines(self, name: str) -> tuple[str, ...]:
        """Return the lines of a text, empty ones left out."""
        return tuple(one.strip() for one in self.text(name).splitlines() if one.strip())

    def tokens(self, name: str) -> tuple[str, ...]:
        """Return the tokens of a list of choices."""
        value = self.values.get(name)
        rows = value if isinstance(value, list) else [value]
        return tuple(token for one in rows if (token := _token(one).strip()))

    def rows(self, name: str) -> Iterator["Told"]:
        """Yield the rows of a table; their faults are those of the object."""
        value = self.values.get(name)
        for one in value if isinstance(value, list) else ():
            yield Told(one if isinstance(one, Mapping) else {}, self.reasons)

    def whole(self, name: str) -> int:
        """Return a whole number, 0 when nothing is there."""
        number = self._number(name)
        if number != number.to_integral_value():
            self.fault(name, "un nombre entier")
        return int(number)

    def amount(self, name: str) -> Decimal:
        """Return an amount to the cent: it was kept as a binary fraction."""
        return self._number(name).quantize(CENT)

    def number(self, name: str) -> Decimal:
        """Return a number as it was typed."""
        return self._number(name)

    def day(self, name: str) -> date | None:
        """Return a day; of a moment its day."""
        text = self.text(name)
        if not text:
            return None
        try:
            return date.fromisoformat(text[:10])
        except ValueError:
            self.fault(name, "une date")
            return None

    def choice(self, name: str, choices: type[Choice], default: Choice) -> Choice:
        """Return a choice by its token; ``default`` when nothing is there."""
        text = self.text(name)
        if not text:
            return default
        try:
            return choices(text)
        except ValueError:
            self.fault(name, ", ".join(str(one.value) for one in choices))
            return default

    def fault(self, name: str, expected: str) -> None:
        """Note that a value can not be read."""
        self.reasons.append(
            because(
                "old_value",
                "${name} : attendu ${expected}, trouvé « ${value} ».",
                name=name,
                expected=expected,
                value=self.values.get(name),
            )
        )

    def _number(self, name: str) -> Decimal:
        value = self.values.get(name)
        if isinstance(value, Mapping):
            value = value.get("token")
        if value is None or value == "":
            return Decimal(0)
        try:
            # repr of a binary fraction is what its author typed.
            number = Decimal(str(value))
            if number.is_finite() and not isinstance(value, bool):
                return number
        except InvalidOperation:
            pass
        self.fault(name, "un nombre")
        return Decimal(0)


def _token(value: object) -> str:
    if isinstance(value, Mapping):
        value = value.get("token")
    return "" if value is None else str(value)
