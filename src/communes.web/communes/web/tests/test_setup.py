"""The solution installs, and uninstalls without a trace."""

from communes.core.testing.setup import changed_by_installing_again
from communes.core.testing.setup import left_behind
from communes.core.testing.setup import traces
from communes.web.interfaces import IWebLayer


PACKAGE = "communes.web"


def test_default_profile_installs_the_solution(portal):
    assert f"layer/{IWebLayer.__identifier__}" in traces(portal)


def test_uninstall_leaves_nothing(portal):
    assert left_behind(portal, PACKAGE) == set()


def test_installing_twice_changes_nothing(portal):
    assert changed_by_installing_again(portal, PACKAGE) == set()
