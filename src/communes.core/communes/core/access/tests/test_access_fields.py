"""Values reach the fields of an object checked, or not at all."""

from communes.core.access.errors import InvalidField
from communes.core.access.errors import MayNotWrite
from communes.core.access.errors import MissingField
from communes.core.access.errors import UnknownField
from communes.core.access.fields import require_fields
from communes.core.access.fields import set_fields
from datetime import date
from decimal import Decimal
from plone.autoform import directives
from plone.supermodel import model
import pytest
from zope import schema
from zope.component import provideUtility
from zope.security.interfaces import IPermission
from zope.security.permission import Permission


class IBridge(model.Schema):
    title = schema.TextLine(title="Nom", max_length=20)
    cost = schema.Decimal(title="Coût", required=False)
    opened = schema.Date(title="Ouverture", required=False)
    lanes = schema.Int(title="Bandes", required=False, min=1, max=4)
    directives.write_permission(secret="example.Secret")
    secret = schema.TextLine(title="Secret", required=False)


class Bridge:
    title = ""
    cost = opened = lanes = secret = None


@pytest.fixture
def bridge(integration):
    provideUtility(
        Permission("example.Secret", "Secret"), IPermission, "example.Secret"
    )
    return Bridge()


def yes(permission):
    return True


def test_text_becomes_what_the_field_keeps(bridge):
    given = {"title": "Pont-Neuf", "cost": "1200.50", "opened": "2026-12-03"}
    assert set_fields(bridge, IBridge, given, yes) == ("Nom", "Coût", "Ouverture")
    assert (bridge.cost, bridge.opened) == (Decimal("1200.50"), date(2026, 12, 3))
    assert set_fields(bridge, IBridge, given, yes) == ()


@pytest.mark.parametrize(
    ("given", "refusal"),
    [
        ({"colour": "red"}, UnknownField),
        ({"title": ""}, MissingField),
        ({"title": "x" * 21}, InvalidField),
        ({"lanes": 9}, InvalidField),
        ({"opened": "demain"}, InvalidField),
        ({"title": "a\x00b"}, InvalidField),
    ],
)
def test_what_does_not_fit_is_refused_and_nothing_is_written(bridge, given, refusal):
    with pytest.raises(refusal):
        set_fields(bridge, IBridge, {"cost": "3", **given}, yes)
    assert bridge.cost is None


def test_a_guarded_field_asks_its_permission(bridge):
    with pytest.raises(MayNotWrite):
        set_fields(bridge, IBridge, {"secret": "x"}, lambda permission: False)
    with pytest.raises(MissingField):
        require_fields(bridge, IBridge)
