"""A branch is as unwell as the worst thing in it that still runs."""

from communes.pst.domain.choices import Health
from communes.pst.domain.health import healths
from communes.pst.domain.health import worst
from communes.pst.tests.plans import action
from communes.pst.tests.plans import link
from communes.pst.tests.plans import one_branch
from communes.pst.tests.plans import operational
from communes.pst.tests.plans import sub_action


def test_the_worst_action_gives_the_health_and_is_named():
    tree = one_branch(
        action("a", "oo", health=Health.RISK),
        action("b", "oo", health=Health.BLOCKED),
        action("c", "oo"),
    )
    found = healths(tree)

    assert found["os"].health is found["oo"].health is Health.BLOCKED
    assert found["os"].because_of == ("b",)


def test_what_is_done_no_longer_worries_anybody():
    tree = one_branch(
        action("a", "oo", health=Health.BLOCKED, state="stopped"), action("b", "oo")
    )

    assert healths(tree)["oo"].health is Health.GOOD
    assert healths(tree)["oo"].because_of == ()


def test_a_sub_action_weighs_on_its_action():
    tree = one_branch(action("a", "oo"), sub_action("s", "a", health=Health.PAUSED))

    assert healths(tree)["a"].health is Health.PAUSED
    assert healths(tree)["a"].because_of == ("s",)


def test_an_action_seen_twice_is_named_once():
    tree = one_branch(
        action("a", "oo", health=Health.RISK),
        operational("o2", "os"),
        link("l", "o2", "a"),
    )

    assert healths(tree)["o2"].health is Health.RISK
    assert healths(tree)["os"].because_of == ("a",)


def test_worst_goes_from_good_over_pause_and_risk_to_blocked():
    assert worst() is Health.GOOD
    assert worst(Health.PAUSED, Health.GOOD) is Health.PAUSED
    assert worst(Health.PAUSED, Health.RISK) is Health.RISK
    assert worst(*Health) is Health.BLOCKED
