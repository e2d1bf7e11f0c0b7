"""Each euro counts once, whatever the number of places its action is seen at."""

from communes.pst.domain.accounts import accounts
from communes.pst.domain.accounts import projections
from communes.pst.domain.accounts import workload
from communes.pst.domain.budget import by_state
from communes.pst.domain.budget import rolled_up
from communes.pst.domain.budget import whole_of
from communes.pst.domain.choices import BudgetService
from communes.pst.domain.choices import BudgetSide
from communes.pst.domain.money import Article
from communes.pst.domain.money import BudgetRow
from communes.pst.domain.money import Projection
from communes.pst.domain.money import Share
from communes.pst.domain.split import check_split
from communes.pst.domain.split import divided
from communes.pst.domain.split import even_split
from communes.pst.domain.split import shares
from communes.pst.domain.split import SplitRefused
from communes.pst.tests.plans import action
from communes.pst.tests.plans import link
from communes.pst.tests.plans import one_branch
from communes.pst.tests.plans import operational
from communes.pst.tests.plans import strategic
from communes.pst.tests.plans import sub_action
from communes.pst.tests.plans import sub_link
from decimal import Decimal
import pytest


def euros(amount, source="wallonie", year=2026):
    return (BudgetRow(source, year, Decimal(amount)),)


def linked(split=(), amount="100.01"):
    return one_branch(
        action("a", "oo", budget=euros(amount), split=split),
        operational("o2", "os", position=1),
        link("l", "o2", "a"),
        strategic("s2", position=1),
        operational("o3", "s2"),
        link("m", "o3", "a"),
    )


THIRDS = (
    Share("a", Decimal("33.34")),
    Share("l", Decimal("33.33")),
    Share("m", Decimal("33.33")),
)


def test_an_objective_sums_its_actions_by_source_and_year():
    tree = one_branch(
        action("a", "oo", budget=(*euros("10"), *euros("5", "europe", 2027))),
        action("b", "oo", budget=euros("2.50")),
    )
    found = rolled_up(tree)["os"]

    assert found.by_source == {"wallonie": Decimal("12.50"), "europe": Decimal(5)}
    assert found.by_year == {2026: Decimal("12.50"), 2027: Decimal(5)}
    assert found.total == Decimal("17.50")


def test_an_action_seen_at_three_places_counts_once_in_the_plan():
    at = rolled_up(linked(THIRDS))

    assert at["a"].total == Decimal("33.35")
    assert at["l"].total == at["m"].total == Decimal("33.33")
    assert at["os"].total == Decimal("66.68")
    assert at["s2"].total == Decimal("33.33")
    assert at[""].total == Decimal("100.01")


def test_without_a_split_everything_counts_at_home():
    at = rolled_up(linked())

    assert at["a"].total == at[""].total == Decimal("100.01")
    assert at["l"].total == 0


def test_a_split_whose_link_is_gone_counts_in_proportion():
    tree = one_branch(action("a", "oo", budget=euros("90"), split=THIRDS[:2]))

    assert [share.percent for share in shares(tree, tree.element("a"))] == [100]
    assert rolled_up(tree)["oo"].total == Decimal(90)


def test_a_linked_sub_action_goes_with_its_share_to_the_second_action():
    split = (Share("s", Decimal(60)), Share("x", Decimal(40)))
    tree = one_branch(
        action("a", "oo", budget=euros("10")),
        sub_action("s", "a", budget=euros("100"), split=split),
        operational("o2", "os", position=1),
        action("b", "o2"),
        sub_link("x", "b", "s"),
    )
    at = rolled_up(tree)

    assert at["oo"].total == Decimal(70)
    assert at["o2"].total == Decimal(40)
    assert at["os"].total == Decimal(110)


def test_the_whole_of_an_action_is_seen_from_its_link():
    tree = linked(THIRDS)

    assert whole_of(tree, "l").total == whole_of(tree, "a").total == Decimal("100.01")


def test_drafts_and_what_was_stopped_are_left_out_of_the_totals():
    tree = one_branch(
        action("a", "oo", budget=euros("1"), state="created"),
        action("b", "oo", budget=euros("2"), state="stopped"),
        action("c", "oo", budget=euros("4"), state="terminated"),
    )

    assert rolled_up(tree)[""].total == Decimal(4)
    assert rolled_up(tree, ["created", "stopped"])[""].total == Decimal(3)
    assert {state: one.total for state, one in by_state(tree).items()} == {
        "created": Decimal(1),
        "stopped": Decimal(2),
        "terminated": Decimal(4),
    }


def test_an_objective_adds_its_own_rows():
    tree = one_branch(action("a", "oo", budget=euros("1")))
    tree = tree.with_elements(strategic("os", budget=euros("8")))

    assert rolled_up(tree)["os"].total == Decimal(9)


def test_cents_left_over_go_to_the_largest_remainders():
    thirds = [Decimal(1)] * 3

    assert divided(Decimal("0.02"), thirds) == (
        Decimal("0.01"),
        Decimal("0.01"),
        Decimal(0),
    )
    assert divided(Decimal("-1.00"), thirds) == (
        Decimal("-0.34"),
        Decimal("-0.33"),
        Decimal("-0.33"),
    )
    assert divided(Decimal("10"), [Decimal(25), Decimal("74.99"), Decimal("0.01")]) == (
        Decimal("2.50"),
        Decimal("7.50"),
        Decimal("0"),
    )


@pytest.mark.parametrize("parts", [[], [Decimal(0)], [Decimal(-1), Decimal(2)]])
def test_an_amount_is_not_shared_between_no_parts(parts):
    with pytest.raises(ValueError):
        divided(Decimal(1), parts)


def test_even_shares_make_100():
    assert even_split(linked(), "a") == THIRDS


@pytest.mark.parametrize(
    ("split", "code"),
    [
        ([("a", "50")], "shares_do_not_make_100"),
        ([("a", "50"), ("l", "50.01")], "shares_do_not_make_100"),
        ([("a", "120"), ("l", "-20")], "share_out_of_range"),
        ([("a", "50"), ("a", "50")], "share_twice"),
        ([("a", "50"), ("elsewhere", "50")], "share_elsewhere"),
    ],
)
def test_a_wrong_split_is_refused_with_its_reason(split, code):
    rows = [Share(place, Decimal(percent)) for place, percent in split]

    with pytest.raises(SplitRefused) as refused:
        check_split(linked(), "a", rows)

    assert [reason.code for reason in refused.value.reasons] == [code]
    assert refused.value.field == "split"


def test_a_right_split_passes():
    check_split(linked(), "a", THIRDS)
    check_split(linked(), "a", ())


def test_the_sum_that_is_wrong_is_told_as_belgians_write_it():
    with pytest.raises(SplitRefused, match="font 99,5 %"):
        check_split(linked(), "a", [Share("a", Decimal("99.50"))])


def test_articles_of_the_accounts_are_summed_by_service_and_side():
    def article(amount, side):
        return Article(2026, BudgetService.ORDINARY, side, "421/124", "", amount)

    tree = one_branch(
        action(
            "a",
            "oo",
            articles=(
                article(Decimal("10.10"), BudgetSide.EXPENSE),
                article(Decimal("3"), BudgetSide.RECEIPT),
            ),
            projections=(
                Projection(
                    BudgetService.ORDINARY,
                    BudgetSide.EXPENSE,
                    "71",
                    "Fonctionnement",
                    2027,
                    Decimal(7),
                ),
            ),
        ),
        action("b", "oo", articles=(article(Decimal("0.90"), BudgetSide.EXPENSE),)),
    )

    assert accounts(tree, "os") == {
        (BudgetService.ORDINARY, BudgetSide.EXPENSE, 2026): Decimal("11.00"),
        (BudgetService.ORDINARY, BudgetSide.RECEIPT, 2026): Decimal(3),
    }
    assert accounts(tree) == accounts(tree, "os")
    assert projections(tree, "a") == {
        (BudgetService.ORDINARY, BudgetSide.EXPENSE, 2027): Decimal(7)
    }


def test_the_work_of_unfinished_actions_is_shared_between_their_services():
    tree = one_branch(
        action("a", "oo", fte=Decimal("0.25"), managers=("travaux", "finances")),
        action("b", "oo", fte=Decimal(1), managers=("travaux",)),
        action("c", "oo", fte=Decimal(9), managers=("travaux",), state="stopped"),
        action("d", "oo", managers=("culture",)),
    )

    assert workload(tree) == {"finances": Decimal("0.12"), "travaux": Decimal("1.13")}
