"""Programmes come over: from the former software, from the former mandate."""

from communes.core.access.errors import MayNot
from communes.core.importing.domain import ImportRefused
from communes.pst.api.carrying import carry_over
from communes.pst.api.carrying import import_imio
from communes.pst.api.carrying import plans_before
from communes.pst.api.carrying import unfinished_actions
from communes.pst.api.plan import create_plan
from communes.pst.domain.choices import Kind
from communes.pst.domain.errors import UnknownElement
from communes.pst.exceptions import SamePlan
from communes.pst.exceptions import UnreadableExport
from communes.pst.storage.place import find_plan
from communes.pst.storage.programme import full_programme
from communes.pst.tests import builders
from copy import deepcopy
from datetime import date
import json
from plone import api
import pytest


NAMES = {
    "services": {"org-travaux": "travaux"},
    "people": {"hp-1": "echevin-1", "dg": "directrice-generale"},
}
EXPORT = {
    "@type": "pstprojectspace",
    "UID": "u-pst",
    "title": "PST 2018-2024",
    "budget_years": [{"token": "2025"}],
    "categories_values": [{"key": "ext-energie", "label": "Volet externe : énergie"}],
    "items": [
        {
            "@type": "strategicobjective",
            "UID": "u-os",
            "title": "Une commune sobre",
            "review_state": "ongoing",
            "reference_number": 1,
            "categories": [{"token": "ext-energie"}],
            "items": [
                {
                    "@type": "operationalobjective",
                    "UID": "u-oo",
                    "title": "Isoler les bâtiments",
                    "review_state": "ongoing",
                    "reference_number": 2,
                    "representative_responsible": ["hp-1"],
                    "administrative_responsible": ["dg"],
                    "manager": ["org-travaux"],
                    "items": [
                        {
                            "@type": "pstaction",
                            "UID": "u-a",
                            "title": "Isoler le hall sportif",
                            "review_state": "ongoing",
                            "reference_number": 3,
                            "description_rich": {
                                "data": "<p>Toiture</p><script>alert(1)</script>"
                            },
                            "manager": ["travaux"],
                            "budget_split": [
                                {"uid": "u-a", "percentage": 60.0},
                                {"uid": "u-al", "percentage": 40.0},
                            ],
                        }
                    ],
                },
                {
                    "@type": "operationalobjective",
                    "UID": "u-oo2",
                    "title": "Rénover les écoles",
                    "review_state": "created",
                    "reference_number": 4,
                    "items": [
                        {
                            "@type": "action_link",
                            "UID": "u-al",
                            "title": "Isoler le hall sportif",
                            "source": {"UID": "u-a"},
                        }
                    ],
                },
            ],
        }
    ],
}


def imported(plan, export=EXPORT, **options):
    with builders.as_user("directrice-generale"):
        return import_imio(plan, json.dumps(export).encode(), NAMES, **options)


def by_external_id(plan):
    return {one.external_id: one for one in full_programme(plan).elements.values()}


def test_a_dry_run_of_the_former_software_writes_nothing(town):
    report = imported(builders.plan())
    assert report.counts == {"created": 6} and not report.written
    assert not full_programme(builders.plan()).elements


def test_the_former_programme_comes_whole_with_its_links_and_shares(town):
    plan = builders.plan()
    assert imported(plan, dry_run=False).written
    found = by_external_id(plan)
    action, link = found["u-a"], found["u-al"]
    assert (found["u-oo"].number, action.number, action.state) == (2, 3, "ongoing")
    assert link.target == action.id
    assert [(one.place, int(one.percent)) for one in action.split] == [
        (action.id, 60),
        (link.id, 40),
    ]
    assert found["u-oo"].mandataries == ("echevin-1",)
    assert full_programme(plan).nearest(action.id, Kind.PART).title == "Volet externe"
    assert "ext-energie" in [one.id for one in full_programme(plan).plan.categories]


def test_what_is_active_in_an_imported_text_is_left_out(town):
    plan = builders.plan()
    imported(plan, dry_run=False)
    assert by_external_id(plan)["u-a"].description == "<p>Toiture</p>"


def test_an_import_done_again_adds_only_what_it_did_not(town):
    plan, more = builders.plan(), deepcopy(EXPORT)
    imported(plan, dry_run=False)
    before = by_external_id(plan)
    more["items"][0]["items"][1]["items"].append(
        {
            "@type": "pstaction",
            "UID": "u-b",
            "title": "Changer les châssis",
            "review_state": "created",
            "reference_number": 3,
        }
    )
    more["items"][0]["title"] = "Un autre titre"
    assert imported(plan, more, dry_run=False).counts == {"created": 1, "unchanged": 6}
    after = by_external_id(plan)
    assert {id: after[id].id for id in before} == {id: before[id].id for id in before}
    assert after["u-os"].title == "Une commune sobre"
    assert after["u-b"].parent == after["u-oo2"].id
    assert after["u-b"].number == 6, "3 was given out already, 5 is the link's"


def test_an_unknown_person_refuses_the_import_and_names_the_object(town):
    plan, wrong = builders.plan(), deepcopy(EXPORT)
    wrong["items"][0]["items"][0]["manager"] = ["org-inconnu"]
    with pytest.raises(ImportRefused) as refusal:
        imported(plan, wrong, dry_run=False)
    (row,) = refusal.value.report.refused
    assert "Isoler les bâtiments" in row.key and "org-inconnu" in str(row.reasons[0])
    assert not full_programme(plan).elements


def test_only_who_keeps_the_plan_imports_and_carries_over(town):
    with builders.as_user("gestionnaire-travaux"):
        plan = find_plan(api.portal.get(), builders.PLAN)
        with pytest.raises(MayNot):
            import_imio(plan, EXPORT, NAMES)
        with pytest.raises(MayNot):
            carry_over(plan, plan)
        with pytest.raises(MayNot):
            unfinished_actions(plan)


def test_what_is_no_json_is_refused_in_a_sentence(town):
    with (
        builders.as_user("directrice-generale"),
        pytest.raises(UnreadableExport, match="pas lisible"),
    ):
        import_imio(builders.plan(), b"<xml/>")


@pytest.fixture
def mandates(town):
    """Return the plan of this mandate with two actions, and that of the next."""
    made = builders.branch(description="<p>Isoler.</p>", categories=("cohesion",))
    builders.arrive(made["action"], "ongoing")
    done = builders.made(made["objective"], "pstaction", title="Aire de jeux")
    builders.arrive(done, "terminated")
    with api.env.adopt_roles(["Manager"]):
        following = create_plan(
            api.portal.get(),
            "pst-2030-2036",
            {
                "title": "PST 2030-2036",
                "starts": date(2030, 12, 2),
                "ends": date(2036, 12, 1),
                "budget_years": (2031, 2032),
            },
        )
    return builders.plan(), following, made


def test_unfinished_actions_go_to_the_next_mandate_with_what_is_above(mandates):
    before, following, made = mandates
    with builders.as_user("directrice-generale"):
        assert [one.title for one in unfinished_actions(before)] == [
            "Isoler l'école du Centre"
        ]
        assert [one.getId() for one in plans_before(following)] == [before.getId()]
        assert not carry_over(following, before).written
        report = carry_over(following, before, dry_run=False)
    tree = full_programme(following)
    (action,) = tree.of_kind(Kind.ACTION)
    assert report.counts == {"created": 5}
    assert (action.external_id, action.state) == (
        made["action"].UID(),
        "to_be_scheduled",
    )
    assert action.planned_end is None and action.description == "<p>Isoler.</p>"
    assert [one.id for one in tree.plan.categories] == ["cohesion"]
    assert tree.plan.budget_years == (2031, 2032)
    assert len(full_programme(before).elements) == 6, "the mandate before is whole"


def test_carrying_over_again_adds_nothing(mandates):
    before, following, _made = mandates
    with builders.as_user("directrice-generale"):
        carry_over(following, before, dry_run=False)
        again = carry_over(following, before, dry_run=False)
    assert again.counts == {"unchanged": 5}


def test_actions_are_chosen_and_an_unknown_one_is_refused(mandates):
    before, following, _made = mandates
    with builders.as_user("directrice-generale"):
        assert carry_over(following, before, []).counts == {}
        with pytest.raises(UnknownElement):
            carry_over(following, before, ["nulle-part"])
        with pytest.raises(SamePlan):
            carry_over(before, before)


def test_who_may_add_plans_makes_one_without_keeping_it(town):
    with api.env.adopt_roles(["Site Administrator"]):
        made = create_plan(api.portal.get(), "pst-neuf", {"title": "PST neuf"})
    assert made.title == "PST neuf"
