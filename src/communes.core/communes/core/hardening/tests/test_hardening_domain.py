from communes.core.hardening.domain import check_rows
from communes.core.hardening.domain import is_page_open
from communes.core.hardening.domain import is_service_open
from communes.core.hardening.domain import TooManyRows
import pytest


OURS = frozenset({"communes.deliberations.browser.item.view", "builtins"})
PLONES = frozenset({"plone.app.content.browser.contents", "builtins"})


def test_a_page_of_a_solution_is_open_whatever_its_name():
    assert is_page_open("folder_contents", OURS)


def test_a_page_of_plone_is_open_when_it_is_on_the_list():
    assert is_page_open("change-password", PLONES)
    assert not is_page_open("folder_contents", PLONES)
    assert not is_page_open("brought-by-a-later-version", PLONES)


def test_a_generic_service_that_writes_is_open_for_annexes_only():
    add = frozenset({"plone.restapi.services.content.add"})
    assert is_service_open(add, annex=True)
    assert not is_service_open(add, annex=False)
    assert not is_service_open(
        frozenset({"plone.restapi.services.workflow.transition"}), annex=True
    )


@pytest.mark.parametrize(
    "given",
    ["501", "0", "-1", "abc", "", "٣", "1e3", "9" * 5000, 501, True, None, [1], 2.5],
)
def test_a_page_of_results_nobody_can_use_is_refused(given):
    with pytest.raises(TooManyRows):
        check_rows("b_size", given, 1)


@pytest.mark.parametrize("given", ["1", "500", 25])
def test_a_page_of_results_of_a_fair_size_is_served(given):
    assert check_rows("b_size", given, 1) is None
