"""A workbook says the whole programme, and makes it again."""

from communes.core.importing.domain import Fate
from communes.pst.domain.choices import Health
from communes.pst.domain.choices import Kind
from communes.pst.domain.plan import Plan
from communes.pst.domain.programme import programme
from communes.pst.domain.reference import numbered
from communes.pst.domain.tables.filling import to_tables
from communes.pst.domain.tables.reading import from_tables
from communes.pst.domain.tables.sheet import Table
from communes.pst.specimen.making import specimen
from communes.pst.tests.plans import action
from communes.pst.tests.plans import one_branch
from communes.pst.tests.plans import operational
from communes.pst.tests.property_trees import programmes
from dataclasses import replace
from datetime import date
from decimal import Decimal
from hypothesis import given
from hypothesis import settings
from itertools import count
import pytest


PEOPLE = {"mandataries": ("thibaut",), "administratives": ("julie",)}
EMPTY = programme(Plan("plan", "Nouveau"), ())


def ids():
    counter = count(1)
    return lambda: f"new-{next(counter)}"


def read(tables, base=EMPTY):
    return from_tables(tables, base, ids())


def sheet(*rows, header=("Niveau", "Intitulé")):
    return Table("Éléments", header, tuple(rows))


def fates(found):
    return [row.fate for row in found.rows]


def reasons(found):
    return [str(reason) for row in found.rows for reason in row.reasons]


def base(**values):
    return numbered(
        one_branch(action("a", "oo", **values)).with_elements(
            operational("oo", "os", **PEOPLE)
        )
    )


@pytest.mark.parametrize("size", [40, 230])
def test_a_programme_comes_back_from_its_sheets_as_it_was(size):
    tree = specimen(actions=size)
    found = read(to_tables(tree), programme(Plan(tree.plan.id, ""), ()))

    assert not reasons(found)
    assert set(fates(found)) == {Fate.CREATED}
    assert found.tree.elements == tree.elements
    assert found.tree.plan == tree.plan


def test_reading_what_is_there_already_changes_nothing():
    tree = specimen(actions=40)
    found = read(to_tables(tree), tree)

    assert set(fates(found)) == {Fate.UNCHANGED}
    assert found.changed == ()


@given(programmes())
@settings(max_examples=25, deadline=None)
def test_every_programme_comes_back_from_its_sheets(tree):
    people = [replace(one, **PEOPLE) for one in tree.of_kind(Kind.OPERATIONAL)]
    tree = tree.with_elements(*people)
    found = read(to_tables(tree), programme(tree.plan, ()))

    assert not reasons(found)
    assert found.tree.elements == tree.elements


def test_a_plain_list_in_order_is_enough():
    found = read(
        [
            sheet(
                ("Objectif stratégique", "Une commune verte"),
                ("Objectif opérationnel", "Planter des haies"),
                ("action", "Commander les plants"),
                ("Action", "Organiser le week-end de plantation"),
                (None, None),
                ("OBJECTIF OPERATIONNEL", "Protéger les mares"),
                ("Action", "Curer la mare de Redu-Pré"),
            )
        ]
    )
    tree = found.tree

    assert set(fates(found)) == {Fate.CREATED}
    assert [(len(tree.above(one.id)), one.title, one.state) for one in tree.walk()] == [
        (0, "Une commune verte", "created"),
        (1, "Planter des haies", "created"),
        (2, "Commander les plants", "created"),
        (2, "Organiser le week-end de plantation", "created"),
        (1, "Protéger les mares", "created"),
        (2, "Curer la mare de Redu-Pré", "created"),
    ]


def test_a_row_is_matched_by_its_reference_and_other_fields_stay():
    tree = base(progress=40, health=Health.RISK)
    found = read(
        [
            sheet(
                ("Action", 3, "Un autre intitulé", "12,5"),
                header=("Niveau", "Numéro", "Intitulé", "Équivalents temps plein"),
            )
        ],
        tree,
    )

    assert fates(found) == [Fate.UPDATED]
    assert found.changed == ("a",)
    assert found.tree.element("a") == replace(
        tree.element("a"), title="Un autre intitulé", fte=Decimal("12.5")
    )


def test_values_are_read_as_belgians_write_them():
    tree = base()
    tables = [
        sheet(
            ("Action", "a", "A", "31/12/2026", "Blocage", "1; 13", "SPW\nAIEC; asbl"),
            header=(
                "Niveau",
                "Identifiant",
                "Intitulé",
                "Échéance",
                "Santé",
                "Objectifs de développement durable",
                "Partenaires externes",
            ),
        ),
        Table(
            "Budget",
            ("Élément", "Source", "Année", "Montant"),
            (("A.3", "ville", Decimal(2026), "184 500,50 €"),),
        ),
    ]
    found = read(tables, tree).tree.element("a")

    assert found.planned_end == date(2026, 12, 31)
    assert found.health is Health.BLOCKED
    assert found.sdgs == (1, 13)
    assert found.partners == ("SPW", "AIEC; asbl")
    assert found.budget[0].amount == Decimal("184500.50")


def test_a_sheet_of_money_alone_changes_the_elements_it_names():
    tree = base()
    money = Table(
        "Budget",
        ("Élément", "Source", "Année", "Montant"),
        (("OO.2", "ville", 2026, 5),),
    )
    only_header = sheet(header=("Niveau", "Intitulé"))
    found = read([only_header, money], tree)

    assert found.changed == ("oo",)
    assert found.tree.element("oo").budget[0].amount == 5
    assert found.tree.element("a") == tree.element("a")


@pytest.mark.parametrize(
    ("header", "row", "sentence"),
    [
        (("Niveau", "Intitulé"), ("Chapitre", "x"), "Niveau : « Chapitre »"),
        (("Niveau", "Intitulé"), ("Action", " "), "Intitulé : Donnez un intitulé."),
        (
            ("Niveau", "Intitulé", "Échéance"),
            ("Action", "x", "demain"),
            "Échéance : « demain » n'est pas valable : une date",
        ),
        (
            ("Niveau", "Intitulé", "Avancement"),
            ("Action", "x", Decimal("12.5")),
            "un nombre entier",
        ),
        (("Niveau", "Intitulé", "Avancement"), ("Action", "x", 120), "de 0 à 100"),
        (("Niveau", "Intitulé", "Santé"), ("Action", "x", "Malade"), "Bon, Risque"),
        (("Niveau", "Intitulé", "État"), ("Action", "x", "Clôturé"), "Finalisé"),
        (
            ("Niveau", "Intitulé", "Santé"),
            ("Objectif stratégique", "x", "Bon"),
            "n'a pas ce champ",
        ),
        (("Niveau", "Intitulé", "Sous"), ("Action", "x", "OO.99"), "OO.99"),
        (("Niveau", "Intitulé", "Couleur"), ("Action", "x", "vert"), "« Couleur »"),
        (
            ("Niveau", "Intitulé", "Plans sectoriels"),
            ("Action", "x", "PCDR"),
            "Plans sectoriels",
        ),
    ],
)
def test_a_row_that_can_not_be_read_is_refused_at_its_column(header, row, sentence):
    if "Sous" not in header:
        header, row = (*header, "Sous"), (*row, "OO.2" if row[0] == "Action" else None)
    found = read([sheet(row, header=header)], base())

    assert found.tree is None
    assert any(sentence in one for one in reasons(found)), reasons(found)


def test_a_refused_row_names_its_sheet_its_line_and_its_title():
    found = read(
        [
            sheet(
                ("Action", "Bien placée", "OO.2"),
                ("Chapitre", "Mal placée", ""),
                header=("Niveau", "Intitulé", "Sous"),
            )
        ],
        base(),
    )

    assert [(row.number, row.key, row.fate) for row in found.rows] == [
        (2, "Éléments, ligne 2 : Bien placée", Fate.CREATED),
        (3, "Éléments, ligne 3 : Mal placée", Fate.REFUSED),
    ]


def test_an_element_in_the_wrong_place_is_refused():
    found = read([sheet(("Action", "Seule"))])

    assert any("ne peut pas se trouver sous" in one for one in reasons(found))


def test_the_same_element_twice_is_refused():
    header = ("Niveau", "Identifiant", "Intitulé")
    found = read(
        [sheet(("Action", "a", "x"), ("Action", "a", "y"), header=header)], base()
    )

    assert any("déjà à la ligne 2" in one for one in reasons(found))


@pytest.mark.parametrize(
    ("name", "header", "row", "sentence"),
    [
        (
            "Budget",
            ("Élément", "Source", "Année", "Montant"),
            ("A.9", "ville", 2026, 1),
            "A.9",
        ),
        (
            "Budget",
            ("Élément", "Source", "Année", "Montant"),
            ("A.3", "otan", 2026, 1),
            "otan",
        ),
        (
            "Budget",
            ("Élément", "Source", "Année", "Montant"),
            ("A.3", "ville", 2026, "cher"),
            "Montant",
        ),
        ("Budget", ("Élément", "Montants"), ("A.3", 1), "« Montants »"),
        (
            "Cibles",
            ("Élément", "Indicateur", "Année", "Cible"),
            ("A.3", "i", 2026, 1),
            "n'a pas d'indicateur « i »",
        ),
        (
            "Cibles",
            ("Élément", "Indicateur", "Année", "Cible"),
            ("A.3", "", 2026, 1),
            "identifiant de l'indicateur",
        ),
        ("Répartition", ("Élément", "Endroit", "Part (%)"), ("A.3", "A.3", 50), "100"),
        (
            "Répartition",
            ("Élément", "Endroit", "Part (%)"),
            ("OO.2", "A.3", 50),
            "n'a pas de ligne",
        ),
    ],
)
def test_a_row_of_another_sheet_is_refused_with_its_reason(name, header, row, sentence):
    found = read([sheet(), Table(name, header, (row,))], base())

    assert found.tree is None
    assert any(sentence in one for one in reasons(found)), reasons(found)


def test_a_file_without_elements_says_what_it_should_have():
    found = read([Table("Feuil1", ("Nom", "Prix"), ())])

    assert "« Niveau »" in reasons(found)[0]


def test_a_wrong_plan_is_refused_line_by_line():
    plan = Table("Plan", ("Champ", "Valeur"), (("Début du mandat", "hier"), ("X", 1)))
    found = read([plan, sheet()])

    assert [row.key for row in found.rows] == [
        "Plan, ligne 2 : Début du mandat",
        "Plan, ligne 3 : X",
    ]


def test_a_file_gives_no_number_a_second_time():
    tree = base()
    tree = tree.with_elements(plan=replace(tree.plan, last_number=50))
    plan = Table("Plan", ("Champ", "Valeur"), (("Dernière référence", 3),))

    assert read([plan, sheet()], tree).tree.plan.last_number == 50


def test_tasks_stand_under_the_row_above():
    found = read(
        [
            sheet(
                ("Objectif stratégique", "OS"),
                ("Objectif opérationnel", "OO"),
                ("Action", "A"),
                ("Tâche", "T"),
            )
        ]
    ).tree

    assert [one.title for one in found.walk()] == ["OS", "OO", "A", "T"]
