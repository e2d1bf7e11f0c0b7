"""Every page opens for who takes part, and says what it should."""

from communes.pst.tests import builders
from datetime import date
from plone import api
import pytest
from zope.browser.interfaces import IBrowserView


def shown(context, name: str, account: str = "directrice-generale", **form) -> str:
    """Return a page as one of the people sees it."""
    request = context.REQUEST
    request.form.clear()
    request.form.update(form)
    with builders.as_user(account):
        return api.content.get_view(name, context, request)()


@pytest.fixture
def branch(town):
    """Return a branch under way, its action late and at risk."""
    made = builders.branch(
        planned_begin=date(2025, 1, 1),
        planned_end=date(2025, 6, 30),
        health="risque",
        budget=[{"source": "wallonie", "year": 2026, "amount": "120000"}],
        indicators=[
            {
                "id": "i1",
                "label": "Classes isolées",
                "unit": "classes",
                "baseline": "0",
                "targets": [{"year": 2026, "value": "6"}],
                "measures": [{"day": "2026-03-01", "value": "2"}],
            }
        ],
        risks=[{"id": "r1", "title": "Subside refusé", "probability": 3, "impact": 4}],
    )
    for name, state in (("goal", "ongoing"), ("objective", "ongoing")):
        builders.arrive(made[name], state)
    builders.arrive(made["action"], "ongoing")
    builders.arrive(made["task"], "to_do")
    return made


def test_the_home_shows_the_plan(town, branch):
    page = shown(town["pst"], "listing_view")
    assert "PST 2024-2030" in page
    assert "Nouveau programme" not in page


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("view", "Une commune où il fait bon vivre"),
        ("arbre", "Isoler l'école du Centre"),
        ("tableaux", "Isoler l'école du Centre"),
        ("chronologie", "<svg"),
        ("budget", "120 000"),
        ("risques", "Subside refusé"),
        ("odd", "17."),
        ("comparer", "Ajoutés"),
        ("evaluations", "Ouvrir une évaluation"),
        ("documents", "Rapport détaillé"),
        ("publication", "Rien n'est publié"),
        ("reglages", "Plans sectoriels"),
    ],
)
def test_the_pages_of_a_plan(branch, name, said):
    page = shown(builders.plan(), name).replace("\u202f", " ")
    assert said in page.replace("&#x27;", "'").replace("&#39;", "'")


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("view", "Porteur"),
        ("moyens", "120 000"),
        ("indicateurs", "Classes isolées"),
        ("risques", "Subside refusé"),
        ("liens", "Où l'action se trouve"),
        ("annexes", "Aucune annexe"),
        ("historique", "Créé"),
    ],
)
def test_the_tabs_of_an_action(branch, name, said):
    page = shown(branch["action"], name, "porteur")
    assert said in page.replace("\u202f", " ")


@pytest.mark.parametrize(
    "level", ["plan", "part", "goal", "objective", "action", "task"]
)
def test_the_address_of_each_tab_leads_to_a_page(town, branch, level):
    # A field of the same name would be found before the page.
    context = branch["part"].__parent__ if level == "plan" else branch[level]
    with builders.as_user("directrice-generale"):
        page = api.content.get_view("view", context, context.REQUEST)
        names = [tab.url.rpartition("/")[2] for tab in page.tabs]
        assert len(names) > 1
        for name in names:
            assert IBrowserView.providedBy(context.unrestrictedTraverse(name)), name


@pytest.mark.parametrize("level", ["part", "goal", "objective", "action", "task"])
def test_every_level_has_its_sheet_and_its_history(branch, level):
    for name in ("view", "historique"):
        assert branch[level].title in shown(branch[level], name).replace("&#x27;", "'")


def test_a_sheet_says_what_may_not_be_done_and_why(branch):
    page = shown(branch["objective"], "view")
    assert "Clôturer" in page
    assert "Tout n'est pas fini en dessous" in page.replace("&#x27;", "'")


@pytest.mark.parametrize(
    "section", ["description", "responsables", "calendrier", "suivi", "public"]
)
def test_a_section_is_written_in_place(branch, section):
    page = shown(branch["action"], "view", modifier=section)
    assert 'name="form.buttons.save"' in page


def test_a_new_element_asks_what_its_level_has(branch):
    page = shown(branch["objective"], "nouveau", niveau="pstaction")
    assert "Nouveau : action" in page
    assert "Porteur" in page


def test_the_dashboard_of_a_carrier_says_what_is_late(town, branch):
    page = shown(town, "tableau-de-bord", "porteur").replace("&#x27;", "'")
    assert "action en retard" in page
    assert "Isoler l'école du Centre" in page
