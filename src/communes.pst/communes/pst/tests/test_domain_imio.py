"""A programme of the former software comes over object by object, nothing lost."""

from communes.core.importing.domain import Fate
from communes.pst.domain.choices import Health
from communes.pst.domain.choices import Institution
from communes.pst.domain.choices import Kind
from communes.pst.domain.imio.objects import OldNames
from communes.pst.domain.imio.reading import read_export
from communes.pst.domain.indicator import YearTarget
from communes.pst.domain.reference import trail
from copy import deepcopy
from datetime import date
from decimal import Decimal
import pytest


NAMES = OldNames(
    {"org-travaux": "travaux", "org-gone": ""},
    {"hp-1": "thibaut", "hp-dg": "julie", "jpirotte": "julie"},
)


def choice(token):
    return {"token": token, "title": token.upper()}


def rich(html):
    return {"data": html, "content-type": "text/html", "encoding": "utf-8"}


ACTION = {
    "@type": "pstaction",
    "UID": "u-a",
    "title": "Isoler le hall sportif",
    "review_state": "ongoing",
    "reference_number": 3,
    "description_rich": rich("<p>Toiture et murs.</p>"),
    "categories": [choice("ext-energie")],
    "plan": [choice("paedc")],
    "sdgs": ["13", "7"],
    "priority": choice("1"),
    "manager": ["org-travaux"],
    "representative_responsible": [],
    "responsible": choice("jpirotte"),
    "extra_concerned_people": "AIEC\r\n\r\nSPW Énergie",
    "health_indicator": choice("risque"),
    "health_indicator_details": "Subside attendu",
    "progress": 35,
    "planned_begin_date": "2025-03-01",
    "planned_end_date": "2026-12-31T00:00:00",
    "budget": [
        {
            "budget_type": "wallonie",
            "year": 2026,
            "amount": 184500.37,
            "budget_comment": "UREBA",
        },
        {
            "budget_type": "ville",
            "year": 2026,
            "amount": 0.1 + 0.2,
            "budget_comment": None,
        },
    ],
    "budget_split": [
        {"uid": "u-a", "title": "OO.2", "percentage": 60.0},
        {"uid": "u-al", "title": "OO.5", "percentage": 40.0},
    ],
    "analytic_budget": [
        {
            "year": 2026,
            "service": "E",
            "btype": "D",
            "article": "764/724-60",
            "title": "Hall",
            "amount": 12.5,
        },
    ],
    "projection": [
        {
            "service": "O",
            "btype": "R",
            "group": "61",
            "title": "Transferts",
            "year": 2027,
            "amount": 3.0,
        },
    ],
    "result_indicator": [
        {"label": "m² isolés", "value": 100.0, "reached_value": 40.0, "year": 2025},
        {"label": "m² isolés", "value": 300.0, "reached_value": 0.0, "year": 2026},
        {"label": "m² isolés", "value": 5.0, "reached_value": 0.0, "year": 2026},
    ],
    "comments": rich("<p>Commentaire</p>"),
    "progress_state_comments": rich("<p>Avancement</p>"),
    "items": [
        {
            "@type": "task",
            "UID": "u-t",
            "title": "Visite",
            "review_state": "to_do",
            "assigned_group": "org-travaux",
            "assigned_user": choice("jpirotte"),
            "due_date": "2026-01-15",
            "task_description": rich("<p>Sur place</p>"),
        },
        {"@type": "annex", "UID": "u-annexe", "title": "Plan"},
    ],
}

EXPORT = {
    "@type": "pstprojectspace",
    "UID": "u-pst",
    "title": "PST 2024-2030",
    "organization_type": choice("cpas"),
    "INS_code": "63079",
    "budget_years": [choice("2026"), choice("2025"), 2027],
    "current_fiscal_year": 2026,
    "last_reference_number": 40,
    "budget_types": [
        {"key": "wallonie", "label": "Wallonie"},
        {"key": "ville", "label": "Ville"},
    ],
    "priority_values": [{"key": "1", "label": "Haute"}],
    "plan_values": [{"key": "paedc", "label": "PAEDC"}],
    "categories_values": [
        {"key": "ext-energie", "label": "Volet externe : Énergie"},
        {"key": "int-rh", "label": "Volet interne : Personnel"},
    ],
    "pstaction_budget_states": ["ongoing", "terminated"],
    "items": [
        {
            "@type": "strategicobjective",
            "UID": "u-os",
            "title": "Être une commune sobre",
            "review_state": "ongoing",
            "reference_number": 1,
            "categories": ["ext-energie"],
            "items": [
                {
                    "@type": "operationalobjective",
                    "UID": f"u-oo{number}",
                    "title": f"Objectif {number}",
                    "review_state": "created",
                    "reference_number": number,
                    "manager": ["org-gone"],
                    "representative_responsible": ["hp-1"],
                    "administrative_responsible": ["hp-dg"],
                    "items": items,
                }
                for number, items in (
                    (2, [ACTION]),
                    (
                        5,
                        [
                            {
                                "@type": "symlink",
                                "UID": "u-al",
                                "title": "Isoler",
                                "source": {"UID": "u-a"},
                            }
                        ],
                    ),
                )
            ],
        },
        {"@type": "Folder", "UID": "u-f", "title": "Documents"},
    ],
}


def taken(change=None):
    export = deepcopy(EXPORT)
    if change:
        change(export)
    return read_export(export, NAMES)


def old_action(export):
    return export["items"][0]["items"][0]["items"][0]


def reasons(found):
    return [str(reason) for row in found.rows for reason in row.reasons]


def test_the_plan_keeps_its_lists_and_its_numbers():
    plan = taken().tree.plan

    assert plan.institution is Institution.CPAS
    assert plan.budget_years == (2025, 2026, 2027)
    assert (plan.ins_code, plan.last_number) == ("63079", 40)
    assert [term.id for term in plan.sector_plans] == ["paedc"]
    assert plan.rolled_up_states == ("ongoing", "terminated")


def test_every_element_comes_with_its_reference_in_its_part():
    found = taken()

    assert trail(found.tree, "u-a") == "OS.1 OO.2 A.3"
    assert [one.title for one in found.tree.children()] == ["Volet externe"]
    assert {row.fate for row in found.rows} == {Fate.CREATED}
    assert found.rows[2].key == "Action « Isoler le hall sportif »"
    assert found.ignored == {"annex": 1, "Folder": 1}


def test_an_action_keeps_all_it_had():
    one = taken().tree.element("u-a")

    assert one.external_id == "u-a"
    assert one.description == "<p>Toiture et murs.</p>"
    assert one.comments == "<p>Commentaire</p>\n<p>Avancement</p>"
    assert (one.carrier, one.managers) == ("julie", ("travaux",))
    assert one.partners == ("AIEC", "SPW Énergie")
    assert (one.sdgs, one.plans, one.priority) == ((13, 7), ("paedc",), "1")
    assert (one.health, one.health_details) == (Health.RISK, "Subside attendu")
    assert (one.planned_begin, one.planned_end) == (
        date(2025, 3, 1),
        date(2026, 12, 31),
    )
    assert [row.amount for row in one.budget] == [
        Decimal("184500.37"),
        Decimal("0.30"),
    ]
    assert one.articles[0].amount == Decimal("12.50")
    assert one.projections[0].group == "61"
    assert [share.percent for share in one.split] == [60, 40]


def test_rows_of_one_label_become_one_indicator_over_the_years():
    first, second = taken().tree.element("u-a").indicators

    assert [target.year for target in first.targets] == [2025, 2026]
    assert [measure.value for measure in first.measures] == [40]
    assert first.measures[0].day == date(2025, 12, 31)
    assert second.targets == (YearTarget(2026, Decimal(5)),)


def test_links_and_tasks_come_too():
    tree = taken().tree

    assert tree.element("u-al").kind is Kind.ACTION_LINK
    assert tree.element("u-al").target == "u-a"
    assert tree.element("u-t").due_on == date(2026, 1, 15)
    assert (tree.element("u-t").service, tree.element("u-t").user) == (
        "travaux",
        "julie",
    )


def test_a_service_that_is_left_out_on_purpose_is_no_fault():
    assert taken().tree.element("u-oo2").managers == ()


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("review_state", "published", "review_state"),
        ("manager", ["org-inconnue"], "org-inconnue"),
        ("responsible", "quelqu'un", "quelqu'un"),
        ("health_indicator", "malade", "health_indicator"),
        ("planned_end_date", "bientôt", "planned_end_date"),
        ("progress", "beaucoup", "progress"),
        ("progress", 1.5, "entier"),
        ("progress", 150, "Avancement"),
        ("sdgs", ["42"], "Objectifs de développement durable"),
        ("sdgs", ["eau"], "Objectifs de développement durable"),
        ("plan", ["autre"], "Plans sectoriels"),
        ("title", "", "Intitulé"),
        ("budget", [{"budget_type": "otan", "year": 2026, "amount": 1}], "Budget"),
        ("budget", [{"budget_type": "ville", "year": 2026, "amount": "x"}], "amount"),
        ("budget_split", [{"uid": "u-a", "percentage": 50}], "Répartition"),
    ],
)
def test_what_can_not_be_taken_over_is_said_at_its_object(field, value, sentence):
    found = taken(lambda export: old_action(export).update({field: value}))
    refused = [row for row in found.rows if row.fate is Fate.REFUSED]

    assert found.tree is None
    assert [row.number for row in refused] == [3]
    assert any(sentence in one for one in reasons(found)), reasons(found)


def test_two_objects_of_one_uid_are_refused():
    found = taken(
        lambda export: old_action(export)["items"].append(
            {"@type": "task", "UID": "u-t", "title": "Encore", "review_state": "to_do"}
        )
    )

    assert found.tree is None
    assert any("déjà pris" in one for one in reasons(found))


def test_a_link_to_something_not_exported_is_refused():
    def break_link(export):
        export["items"][0]["items"][1]["items"][0]["source"] = None

    assert any("n'existe pas" in one for one in reasons(taken(break_link)))


@pytest.mark.parametrize("data", [None, [], {}, {"@type": "Folder"}])
def test_what_is_no_project_space_is_refused(data):
    found = read_export(data, NAMES)

    assert found.tree is None
    assert "pstprojectspace" in reasons(found)[0]


def test_years_that_are_none_refuse_the_plan():
    found = taken(lambda export: export.update(budget_years=["deux mille"]))

    assert found.rows[0].fate is Fate.REFUSED
    assert "budget_years" in reasons(found)[0]


def test_what_is_nested_without_end_is_cut_off():
    def nest(export):
        inner = old_action(export)["items"][0]
        for number in range(400):
            below = {**inner, "UID": f"deep-{number}", "items": []}
            inner["items"] = [below]
            inner = below

    assert taken(nest).ignored["trop profond"] == 1
