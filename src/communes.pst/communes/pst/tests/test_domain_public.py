"""Citizens see what was published, of the fields that were chosen, and nothing else."""

from communes.pst.domain.choices import Kind
from communes.pst.domain.choices import Publication
from communes.pst.domain.element import Override
from communes.pst.domain.indicator import Indicator
from communes.pst.domain.indicator import Measure
from communes.pst.domain.indicator import YearTarget
from communes.pst.domain.money import BudgetRow
from communes.pst.domain.plain import to_plain
from communes.pst.domain.public import public_elements
from communes.pst.domain.public import PublicChoice
from communes.pst.domain.public import PublicField
from communes.pst.domain.risk import Risk
from communes.pst.domain.snapshot import canonical
from communes.pst.tests.plans import action
from communes.pst.tests.plans import link
from communes.pst.tests.plans import of
from communes.pst.tests.plans import operational
from communes.pst.tests.plans import part
from communes.pst.tests.plans import strategic
from communes.pst.tests.plans import task
from datetime import date
from decimal import Decimal
import pytest


TODAY = date(2027, 12, 2)
OPEN = {"publication": Publication.PUBLISHED}
EVERYTHING = PublicChoice(levels=tuple(Kind), fields=tuple(PublicField))


def tree(*below, objective=OPEN):
    return of(
        part("v"),
        strategic("os", "v", **OPEN),
        operational("oo", "os", **objective),
        *below,
    )


def seen(found, choice=EVERYTHING):
    return {one.id: one for one in public_elements(found, choice, TODAY)}


def test_only_what_is_published_is_seen():
    found = seen(tree(action("a", "oo", **OPEN), action("b", "oo")))

    assert list(found) == ["v", "os", "oo", "a"]


def test_nothing_is_seen_below_what_is_not_published():
    assert list(seen(tree(action("a", "oo", **OPEN), objective={}))) == ["v", "os"]


def test_a_part_without_anything_public_is_not_seen():
    assert not seen(of(part("v"), strategic("os", "v")))


def test_only_chosen_levels_are_seen_and_parts_may_be_left_out():
    choice = PublicChoice(levels=(Kind.STRATEGIC,), fields=())
    found = seen(tree(action("a", "oo", **OPEN)), choice)

    assert list(found) == ["os"]
    assert found["os"].parent == ""


def test_a_field_that_was_not_chosen_is_not_there():
    found = seen(
        tree(action("a", "oo", progress=40, **OPEN)),
        PublicChoice(levels=tuple(Kind), fields=(PublicField.STATUS,)),
    )["a"]

    assert found.status == "En cours"
    assert (found.progress, found.text, found.budget, found.begins) == (None,) * 4


@pytest.mark.parametrize(
    ("state", "words"),
    [
        ("created", "À venir"),
        ("to_be_scheduled", "À venir"),
        ("ongoing", "En cours"),
        ("terminated", "Réalisé"),
        ("stopped", "Abandonné"),
    ],
)
def test_states_are_told_in_words_for_citizens(state, words):
    assert seen(tree(action("a", "oo", state=state, **OPEN)))["a"].status == words


def test_citizens_read_the_title_and_text_written_for_them():
    found = seen(
        tree(
            action("a", "oo", public_title="Un parc", public_text="<p>Vert</p>", **OPEN)
        )
    )["a"]

    assert (found.title, found.text) == ("Un parc", "<p>Vert</p>")


def test_a_linked_action_says_under_what_else_it_stands():
    found = seen(
        tree(
            action("a", "oo", **OPEN),
            operational("o2", "os", position=1, **OPEN),
            link("l", "o2", "a"),
            operational("o3", "os", position=2),
            link("m", "o3", "a"),
        )
    )

    assert found["a"].also_under == ("o2",)
    assert "l" not in found


def test_nothing_internal_leaves_whatever_is_chosen():
    secret = action(
        "a",
        "oo",
        description="SECRET description",
        comments="SECRET comments",
        observation="SECRET observation",
        health_details="SECRET health",
        budget_comments="SECRET budget",
        carrier="SECRET-account",
        managers=("SECRET-service",),
        mandataries=("SECRET-person",),
        synergy="SECRET synergy",
        override=Override(50, "SECRET reason"),
        risks=(Risk("r", "SECRET risk", 5, 5),),
        budget=(BudgetRow("ville", 2026, Decimal(5), "SECRET row"),),
        indicators=(
            Indicator(
                "i",
                "Arbres",
                "arbres",
                source="SECRET source",
                targets=(YearTarget(2027, Decimal(5)),),
                measures=(Measure(TODAY, Decimal(3), "SECRET measure"),),
            ),
        ),
        external_id="SECRET-id",
        sdgs=(15,),
        partners=("Natagora",),
        planned_end=TODAY,
        **OPEN,
    )
    found = seen(tree(secret, task("t", "a", title="SECRET task")))
    text = canonical([to_plain(one) for one in found.values()])

    assert "SECRET" not in text
    assert found["a"].sdgs == ((15, "Vie terrestre"),)
    assert found["a"].partners == ("Natagora",)
    assert found["a"].budget == found["oo"].budget == Decimal(5)
    assert found["a"].ends == TODAY
    assert found["a"].indicators[0].years == ((2027, Decimal(5), Decimal(3)),)
