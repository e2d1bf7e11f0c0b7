"""What is kept is plain, and comes back as it was."""

from communes.core.access.plain import from_plain
from communes.core.access.plain import to_plain
from communes.core.access.plain import without_defaults
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum


class Colour(StrEnum):
    RED = "red"
    BLUE = "blue"


@dataclass(frozen=True)
class Wheel:
    size: Decimal
    colour: Colour = Colour.RED


@dataclass(frozen=True)
class Cart:
    id: str
    wheels: tuple[Wheel, ...] = ()
    spare: Wheel | None = None
    bought: date | None = None
    names: tuple[str, ...] = ()


CART = Cart("a", (Wheel(Decimal("2.5"), Colour.BLUE),), None, date(2026, 1, 2), ("x",))


def test_a_dataclass_comes_back_as_it_was():
    plain = to_plain(CART)
    assert plain["wheels"] == [{"size": Decimal("2.5"), "colour": "blue"}]
    assert type(plain["wheels"][0]["colour"]) is str
    assert from_plain(Cart, plain) == CART


def test_what_is_missing_has_its_default_and_what_is_unknown_is_left_out():
    assert from_plain(Cart, {"id": "b", "colour": "green"}) == Cart("b")
    assert without_defaults(Cart("b")) == {"id": "b"}
    assert from_plain(Cart, without_defaults(CART)) == CART
