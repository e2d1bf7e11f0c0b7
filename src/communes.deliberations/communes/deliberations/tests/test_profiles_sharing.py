"""Who manages an assembly gives a view of its lists to the others."""

from communes.core.dashboards.views.permissions import SHARE_VIEWS
from communes.deliberations.tests import builders
from plone import api
import pytest


@pytest.mark.parametrize(
    ("account", "may"),
    [
        ("directeur-general", True),
        ("createur", False),
        ("chef-de-service", False),
        ("conseiller", False),
    ],
)
def test_only_who_manages_the_assembly_shares_views_of_its_lists(town, account, may):
    conseil = builders.assembly()
    with builders.as_user(account):
        assert api.user.has_permission(SHARE_VIEWS, obj=conseil) is may
        # A right on one assembly is none on the site.
        assert not api.user.has_permission(SHARE_VIEWS, obj=town)
